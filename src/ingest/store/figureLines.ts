import { copyText } from '../../database/copyText.js';
import type { StoredDisclosure, StoredOutcome, StoredReview } from '../../rollup/StoredFigures.js';

/** Where figures are stored, and the columns of each table in the order of its lines, after the two of the report's key. */
export const FIGURE_TABLES = [
  { table: 'proactive_disclosure', columns: ['item', 'measure', 'value', 'state'] },
  {
    table: 'application_outcome',
    columns: [
      ...['disposition', 'unreadable', 'absent'],
      ...['natural_person', 'business', 'research', 'nonprofit', 'legal_service', 'other_organization', 'total'],
    ],
  },
  {
    table: 'review_litigation',
    columns: ['track', 'unreadable', 'absent', 'upheld', 'corrected', 'other', 'pending', 'total'],
  },
] as const;

/** The rows of a report in each table as COPY takes them, but for its key; a line break before each. */
export type FigureLines = Readonly<Record<(typeof FIGURE_TABLES)[number]['table'], string>>;

const linesOf = <Row>(rows: readonly Row[], values: (row: Row) => Parameters<typeof copyText>[0]): string =>
  rows.map((row) => `\n${copyText(values(row))}`).join('');

/** Made where a report is read: the program's one writer has only to put keys to them. */
export const figureLines = (
  disclosures: readonly StoredDisclosure[],
  outcomes: readonly StoredOutcome[],
  reviews: readonly StoredReview[],
): FigureLines => ({
  proactive_disclosure: linesOf(disclosures, ({ item, measure, value, state }) => [item, measure, value, state]),
  application_outcome: linesOf(outcomes, ({ disposition, unreadable, absent, values }) => [
    ...[disposition, unreadable, absent],
    ...values,
  ]),
  review_litigation: linesOf(reviews, ({ track, unreadable, absent, values }) => [
    track,
    unreadable,
    absent,
    ...values,
  ]),
});

/** The lines of one report with its key. */
export const keyed = (lines: string, agencyId: number, reportId: number): string =>
  lines.replaceAll('\n', `\n${agencyId}\t${reportId}\t`);
