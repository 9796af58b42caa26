import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDisclosures } from '../../catalog/disclosures.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import type { FigureState } from '../../catalog/figureStates.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import type { StoredCounts, StoredDisclosure, StoredOutcome, StoredReview } from '../../rollup/StoredFigures.js';
import type { Figure, SectionTable } from '../types.js';

const mask = (figures: readonly Figure[], state: FigureState): number =>
  figures.reduce((bits, figure, column) => bits | (figure.state === state ? 1 << column : 0), 0);

const countRow = (figures: readonly Figure[]): StoredCounts => ({
  values: figures.map(({ value }) => (value === null ? null : Number(value))),
  unreadable: mask(figures, 'UNREADABLE'),
  absent: mask(figures, 'ABSENT'),
});

/**
 * Rows to store, one for each code, its `width` figures in column order. A whole table leaves out rows that print zeros
 * throughout; any other leaves out rows of which nothing was located, so that an unstored row is never ambiguous.
 */
function countRows<Code>(
  table: SectionTable,
  codes: readonly Code[],
  width: number,
): (StoredCounts & { code: Code })[] {
  const rows = codes.map((code, index) => ({
    code,
    ...countRow(table.figures.slice(index * width, (index + 1) * width)),
  }));
  const allAbsent = (1 << width) - 1;
  return rows.filter((row) => (table.whole ? row.values.some((value) => value !== 0) : row.absent !== allAbsent));
}

/** Rows of section three that are stored; empty where its table is absent. */
export const outcomeRows = (table: SectionTable): StoredOutcome[] =>
  table.form === null
    ? []
    : countRows(table, printedDispositions(table.form), APPLICANT_COLUMNS.length).map(
        ({ code, values, unreadable, absent }) => ({ disposition: code, values, unreadable, absent }),
      );

/** Tracks of section four that are stored; empty where its table is absent. */
export const reviewRows = (table: SectionTable): StoredReview[] =>
  table.form === null
    ? []
    : countRows(table, REVIEW_TRACK_CODES, REVIEW_COLUMN_CODES.length).map(({ code, values, unreadable, absent }) => ({
        track: code,
        values,
        unreadable,
        absent,
      }));

/** Cells of section two that are stored; empty where its table is absent. */
export const disclosureRows = (table: SectionTable): StoredDisclosure[] =>
  table.form === null
    ? []
    : printedDisclosures(table.form)
        .map(({ item, measure }, index) => {
          const { value = null, state = 'ABSENT' } = table.figures[index] ?? {};
          return { item, measure, value, state };
        })
        .filter(({ value, state }) => (table.whole ? value !== '0' : state !== 'ABSENT'));
