import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDisclosures, type DisclosureItem, type DisclosureMeasure } from '../../catalog/disclosures.js';
import { printedDispositions, type Disposition } from '../../catalog/dispositions.js';
import type { FigureState } from '../../catalog/figureStates.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES, type ReviewTrack } from '../../catalog/reviews.js';
import type { Figure, SectionTable } from '../types.js';

/** A row of counts: values in column order, and which columns are null with a finding or not located (bit 0 first). */
interface CountRow {
  readonly values: readonly (number | null)[];
  readonly unreadable: number;
  readonly absent: number;
}

export interface OutcomeRow extends CountRow {
  readonly disposition: Disposition;
}
export interface ReviewRow extends CountRow {
  readonly track: ReviewTrack;
}
export interface DisclosureRow {
  readonly item: DisclosureItem;
  readonly measure: DisclosureMeasure;
  readonly value: string | null;
  readonly state: FigureState;
}

const mask = (figures: readonly Figure[], state: FigureState): number =>
  figures.reduce((bits, figure, column) => bits | (figure.state === state ? 1 << column : 0), 0);

const countRow = (figures: readonly Figure[]): CountRow => ({
  values: figures.map(({ value }) => (value === null ? null : Number(value))),
  unreadable: mask(figures, 'UNREADABLE'),
  absent: mask(figures, 'ABSENT'),
});

/**
 * Rows to store, one for each code, its `width` figures in column order. A whole table leaves out rows that print zeros
 * throughout; any other leaves out rows of which nothing was located, so that an unstored row is never ambiguous.
 */
function countRows<Code>(table: SectionTable, codes: readonly Code[], width: number): (CountRow & { code: Code })[] {
  const rows = codes.map((code, index) => ({
    code,
    ...countRow(table.figures.slice(index * width, (index + 1) * width)),
  }));
  const allAbsent = (1 << width) - 1;
  return rows.filter((row) => (table.whole ? row.values.some((value) => value !== 0) : row.absent !== allAbsent));
}

/** Rows of section three that are stored; empty where its table is absent. */
export const outcomeRows = (table: SectionTable): OutcomeRow[] =>
  table.form === null
    ? []
    : countRows(table, printedDispositions(table.form), APPLICANT_COLUMNS.length).map(({ code, ...row }) => ({
        disposition: code,
        ...row,
      }));

/** Tracks of section four that are stored; empty where its table is absent. */
export const reviewRows = (table: SectionTable): ReviewRow[] =>
  table.form === null
    ? []
    : countRows(table, REVIEW_TRACK_CODES, REVIEW_COLUMN_CODES.length).map(({ code, ...row }) => ({
        track: code,
        ...row,
      }));

/** Cells of section two that are stored; empty where its table is absent. */
export const disclosureRows = (table: SectionTable): DisclosureRow[] =>
  table.form === null
    ? []
    : printedDisclosures(table.form)
        .map((cell, index) => ({ ...cell, value: table.figures[index]?.value ?? null, state: stateAt(table, index) }))
        .filter(({ value, state }) => (table.whole ? value !== '0' : state !== 'ABSENT'));

const stateAt = (table: SectionTable, index: number): FigureState => table.figures[index]?.state ?? 'ABSENT';
