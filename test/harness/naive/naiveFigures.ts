import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import { childrenOf, type Disposition, printedDispositions } from '../../../src/catalog/dispositions.js';
import { printedDisclosures } from '../../../src/catalog/disclosures.js';
import type { Section } from '../../../src/catalog/forms.js';
import { REVIEW_COLUMN_CODES } from '../../../src/catalog/reviews.js';
import type { Figure, Report } from '../../../src/ingest/types.js';

/** A report's figure in one column, or null where its form does not ask for it. */
export type NaiveFigure = Pick<Figure, 'value' | 'state'> | null;

const figuresOf = (report: Report, section: Section, row: string, column: string): readonly Figure[] =>
  report.tables[section].figures.filter(({ place }) => place === `${section}/${row}/${column}`);

/** Why there is none, the first of these that any cell says. */
const worst = (figures: readonly NaiveFigure[]): Figure['state'] =>
  (['UNREADABLE', 'BLANK'] as const).find((state) => figures.some((figure) => figure?.state === state)) ?? 'ABSENT';

const ABSENT = { value: null, state: 'ABSENT' } as const;

/** A row of section three: for a parent the sum of its printed children, null where all are null. */
function outcomeFigure(report: Report, code: Disposition, column: string): NaiveFigure {
  const { form } = report.tables.APPLICATIONS;
  if (form === null) return ABSENT;
  const printed = printedDispositions(form);
  const rows = printed.includes(code) ? [code] : childrenOf(code).filter((child) => printed.includes(child));
  if (rows.length === 0) return null;
  const cells = rows.flatMap((row) => figuresOf(report, 'APPLICATIONS', row, column));
  const values = cells.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return { value: null, state: worst(cells) };
  return { value: String(values.reduce((sum, value) => sum + Number(value), 0)), state: 'REPORTED' };
}

const reviewFigure = (report: Report, track: string, column: string): NaiveFigure =>
  figuresOf(report, 'REVIEWS', track, column)[0] ?? ABSENT;

function disclosureFigure(report: Report, code: string): NaiveFigure {
  const { form, figures } = report.tables.DISCLOSURES;
  if (form === null) return ABSENT;
  if (!printedDisclosures(form).some(({ item, measure }) => `${item}/${measure}` === code)) return null;
  return figures.find(({ place }) => place === `DISCLOSURES/${code}`) ?? ABSENT;
}

/** The indicators of domain.md, section 4, written out once more: rows of section three, or track/column of section four. */
const DENIED =
  'STATE_SECRET PROHIBITED_BY_LAW SECURITY_AND_STABILITY THIRD_PARTY_RIGHTS INTERNAL_AFFAIRS DELIBERATIVE_PROCESS ENFORCEMENT_FILE ADMINISTRATIVE_QUERY';
const SUITS = ['LITIGATION_DIRECT', 'LITIGATION_AFTER_RECONSIDERATION'];
const suits = (...columns: string[]): string =>
  SUITS.flatMap((track) => columns.map((column) => `${track}/${column}`)).join(' ');
const RATES: Readonly<Record<string, readonly [numerator: string, denominator: string]>> = {
  DISCLOSURE_RATE: ['GRANTED PARTIALLY_GRANTED', 'TOTAL_HANDLED'],
  DENIAL_RATE: [DENIED, 'TOTAL_HANDLED'],
  NOT_HELD_RATE: ['NOT_HELD', 'TOTAL_HANDLED'],
  UNAVAILABLE_RATE: ['NOT_HELD REQUIRES_CREATION STILL_UNCLEAR', 'TOTAL_HANDLED'],
  NOT_PROCESSED_RATE: [
    'PETITION_OR_COMPLAINT DUPLICATE PUBLISHED_MATERIAL VEXATIOUS CONFIRM_OR_REISSUE',
    'TOTAL_HANDLED',
  ],
  CARRY_OVER_RATE: ['CARRIED_OUT', 'RECEIVED CARRIED_IN'],
  RECONSIDERATION_RATE: ['RECONSIDERATION/TOTAL', 'TOTAL_HANDLED'],
  RECONSIDERATION_CORRECTION_RATE: [
    'RECONSIDERATION/CORRECTED',
    'RECONSIDERATION/UPHELD RECONSIDERATION/CORRECTED RECONSIDERATION/OTHER',
  ],
  LITIGATION_RATE: [suits('TOTAL'), 'TOTAL_HANDLED'],
  LITIGATION_CORRECTION_RATE: [suits('CORRECTED'), suits('UPHELD', 'CORRECTED', 'OTHER')],
};

/** Numerator and denominator of a report, or why it does not enter. */
export function rateOf(report: Report, code: string): { readonly parts: [number, number] | null; state: string } {
  const sides = (RATES[code] ?? ['', '']).map((side) =>
    side.split(' ').map((operand) => {
      const [row = '', column] = operand.split('/');
      return column === undefined
        ? (figuresOf(report, 'APPLICATIONS', row, 'TOTAL')[0] ?? ABSENT)
        : reviewFigure(report, row, column);
    }),
  );
  const all = sides.flat();
  if (all.some((figure) => (figure?.value ?? null) === null)) return { parts: null, state: worst(all) };
  const [numerator = 0, denominator = 0] = sides.map((side) =>
    side.reduce((sum, figure) => sum + Number(figure?.value), 0),
  );
  return { parts: [numerator, denominator], state: 'REPORTED' };
}

/** The figures of a report that a question adds up, one a column. */
export const FIGURES: Readonly<Record<string, (report: Report, code: string) => readonly NaiveFigure[]>> = {
  APPLICATIONS: (report, code) => APPLICANT_COLUMNS.map((column) => outcomeFigure(report, code as Disposition, column)),
  REVIEWS: (report, code) => REVIEW_COLUMN_CODES.map((column) => reviewFigure(report, code, column)),
  DISCLOSURES: (report, code) => [disclosureFigure(report, code)],
};
