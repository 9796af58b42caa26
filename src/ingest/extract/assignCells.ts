import { isBlank } from '../isBlank.js';
import { articleOf } from '../forms/articleOf.js';
import { lookUp } from '../forms/lookUp.js';
import type { Term } from '../forms/terms.js';
import type { Entry, Piece, Spare } from '../Match.js';
import { byCount } from './byCount.js';

/** The cells of one row in the order of the form's columns: undefined where a cell was not located, null if ambiguous. */
export type Assigned = readonly (Piece | undefined)[] | null;

/** A header that names a column of the form. */
export interface NamedColumn {
  /** From where to where it reaches in the grid. */
  readonly start: number;
  readonly end: number;
  /** Index of the form's column. */
  readonly column: number;
}

/**
 * Those headers that mean a column of the form, left to right; one that is printed again in the row below it counts once.
 * @param indexOf the column of the form that a header means, -1 for none
 */
export function namedIn(headers: readonly Piece[], indexOf: (header: Piece) => number): readonly NamedColumn[] {
  const named: NamedColumn[] = [];
  for (const piece of headers) {
    const column = piece.columns === null ? -1 : indexOf(piece);
    const [start = 0, end = 0] = piece.columns ?? [];
    if (column < 0 || named.some((other) => other.column === column && other.start === start && other.end === end))
      continue;
    named.push({ start, end, column });
  }
  return named.sort((a, b) => a.start - b.start);
}

/**
 * Whether headers name each column of the form once, do not overlap, and none is left of the cells: exports that forget
 * merged cells shift rows against each other.
 */
export function areSound(named: readonly NamedColumn[], cells: readonly Piece[], width: number): boolean {
  const left = cells[0]?.columns?.[0] ?? 0;
  return (
    named.length === width &&
    new Set(named.map(({ column }) => column)).size === width &&
    named.every(({ start }, at) => start >= (named[at - 1]?.end ?? left))
  );
}

const isUnder = (cell: Piece, { start, end }: Pick<NamedColumn, 'start' | 'end'>): boolean =>
  cell.columns !== null && cell.columns[0] < end && start < cell.columns[1];

const isBelow = (cell: Piece, { columns }: Piece): boolean =>
  columns !== null && isUnder(cell, { start: columns[0], end: columns[1] });

/** Whether a header is that of the labels: 信息内容, the note on the balances. */
const isOfLabels = ({ text }: Piece): boolean =>
  lookUp(text)?.terms.some(({ code }) => code === 'CONTENT' || code === 'NOTE') ?? false;

/**
 * By the columns of the grid: each header's cell is the one below it, unless it reaches under another header too. Null where
 * a cell is missing, or figures stand under the header of labels or under none at all (a column that a site adds has
 * one): cells have moved, and nobody knows which ones.
 */
function byColumns({ cells, headers: all }: Entry, headers: readonly NamedColumn[]): Assigned {
  const assigned: (Piece | undefined)[] = headers.map(() => undefined);
  for (const header of headers) {
    const below = cells.filter((cell) => isUnder(cell, header));
    const printed = below.filter((cell) => !isBlank(cell));
    // Below a merged header a figure may stand in one of several cells.
    const only = printed[0] ?? below[0];
    if (printed.length > 1 || (only && headers.filter((other) => isUnder(only, other)).length > 1)) return null;
    assigned[header.column] = only;
  }
  const hasHeader = (cell: Piece): boolean => all.some((header) => isBelow(cell, header) && !isOfLabels(header));
  const missing = assigned.some((cell) => cell === undefined);
  const moved = cells.some((cell) => !isBlank(cell) && !hasHeader(cell));
  return missing || moved ? null : assigned;
}

/** Whether a header names no column of the form, nor what is merged over several. */
const isForeign = ({ text }: Piece): boolean => lookUp(text) === null && articleOf(text) === null;

/**
 * Whether headers of some columns are missing, and a cell stands under another one than that of its column: beside a column
 * that a site adds, or blank cells of merged labels, one of the form is missing.
 */
const areDisplaced = (assigned: Assigned, headers: readonly NamedColumn[], printed: readonly Piece[]): boolean =>
  headers.length < (assigned ?? []).length &&
  (assigned ?? []).some((cell, at) => {
    const own = headers.filter(({ column }) => column === at);
    if (cell === undefined || own.length === 0 || own.some((header) => isUnder(cell, header))) return false;
    return (
      headers.some((header) => isUnder(cell, header)) ||
      printed.some((header) => isBelow(cell, header) && isForeign(header))
    );
  });

/** Whether a column that a site adds stands behind those of the form: cells in excess are of it, whatever merged labels leave. */
const isWider = ({ headers: printed }: Entry, headers: readonly NamedColumn[]): boolean => {
  const end = Math.max(...headers.map((header) => header.end));
  return headers.length > 0 && printed.some((header) => (header.columns?.[0] ?? 0) >= end && isForeign(header));
};

/** The column that a header means by any of its meanings, -1 for none. */
export const meaning =
  (indexOf: (term: Term) => number) =>
  ({ text }: Piece): number =>
    Math.max(-1, ...(lookUp(text)?.terms ?? []).map(indexOf));

/** The side that a row's header names or other rows show; where they say different things, nobody knows. */
const sideOf = (header: Spare, rows: Spare): Spare => {
  if (header === 'UNKNOWN' || header === rows) return rows;
  return rows === 'UNKNOWN' ? header : 'UNKNOWN';
};

/**
 * Gives the cells of a row their columns. Headers that name every column decide, by their order where there is a cell for
 * each, else by what stands below them; without such headers the order of the form does.
 * @param headers those over the row that mean a column of the form (namedIn)
 */
export function assignCells(entry: Entry, width: number, headers: readonly NamedColumn[], spare: Spare): Assigned {
  const { cells } = entry;
  if (!areSound(headers, cells, width)) {
    const side = isWider(entry, headers) ? 'UNKNOWN' : sideOf(entry.spare, spare);
    const assigned = byCount(cells, width, spare === 'FILLED' ? spare : side);
    return areDisplaced(assigned, headers, entry.headers) ? null : assigned;
  }
  if (cells.length !== width) return byColumns(entry, headers);
  const assigned: (Piece | undefined)[] = headers.map(() => undefined);
  headers.forEach(({ column }, at) => {
    assigned[column] = cells[at];
  });
  return assigned;
}
