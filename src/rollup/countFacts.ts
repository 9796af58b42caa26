import { STATISTICS } from './facts.js';
import type { StoredCounts } from './StoredFigures.js';

/** Facts by number. */
export type FactList = [number: number, amount: number | string][];

export const isUnreadable = ({ unreadable }: StoredCounts, column: number): boolean =>
  (unreadable & (1 << column)) !== 0;
export const isBlank = ({ values, unreadable, absent }: StoredCounts, column: number): boolean =>
  (values[column] ?? null) === null && ((unreadable | absent) & (1 << column)) === 0;

const UNREADABLE = STATISTICS.indexOf('UNREADABLE');
const BLANK = STATISTICS.indexOf('BLANK');
const ABSENT = STATISTICS.indexOf('ABSENT');

/** The place in `STATISTICS` of what is counted for a column without a figure. */
function lack(stored: readonly StoredCounts[], column: number): number {
  if (stored.some((row) => isUnreadable(row, column))) return UNREADABLE;
  return stored.some((row) => isBlank(row, column)) ? BLANK : ABSENT;
}

/** The sum of a column over stored rows; null where none has a figure. */
function figureOf(stored: readonly StoredCounts[], column: number): number | null {
  let sum: number | null = null;
  for (const { values } of stored) {
    const value = values[column] ?? null;
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

/** A row, or a parent's rows, of a table of counts whose last column is the printed total of the others. */
export interface CountTable {
  readonly whole: boolean;
  readonly width: number;
}

/**
 * Notes what one report adds to the facts of a code from `first` on, in the order of `FACTS`: the same as `sectionFacts`
 * finds in the database.
 * @param rows the stored ones of the code's printed rows, undefined where a row is not stored
 */
export function countFacts(
  facts: FactList,
  first: number,
  rows: readonly (StoredCounts | undefined)[],
  { whole, width }: CountTable,
): void {
  const stored = rows.filter((row) => row !== undefined);
  if (stored.length === 0 && whole) return;
  const none = whole && stored.length < rows.length ? 0 : null;
  let parts: number | null = 0;
  let figure: number | null = null;
  for (let column = 0; column < width; column += 1) {
    if (column > 0) parts = parts === null || figure === null ? null : parts + figure;
    figure = figureOf(stored, column) ?? none;
    if (figure === null) facts.push([first + lack(stored, column) * width + column, 1]);
    else if (figure !== 0) facts.push([first + column, figure]);
  }
  if (parts !== null && figure !== null && parts !== figure) facts.push([first + STATISTICS.length * width, 1]);
}
