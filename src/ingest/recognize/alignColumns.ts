import { areEven } from './areEven.js';
import type { Group } from './groupsOf.js';
import { OFF } from './off.js';
import type { Extent, Token } from './Token.js';

/** Columns of aligned text are at least so many blanks apart; where one blank parts words, places say nothing. */
const APART = 2;
/** How far words or columns stand from each other; 0 where one is over the other. */
export const gap = (a: Extent, b: Extent): number => Math.max(0, a.start - b.end, b.start - a.end);

/** Whether columns stand apart from each other, left to right. */
export const areApart = (columns: readonly Extent[]): boolean =>
  columns.every((column, at) => at === 0 || column.start - (columns[at - 1]?.end ?? 0) >= APART);

/** The columns in which full rows stand one below the other; null where there are too few, or they are not aligned. */
export function columnsOfRows(rows: readonly (readonly Token[])[]): Extent[] | null {
  const [first] = rows;
  if (first === undefined || rows.length < 2 || !areEven(rows)) return null;
  const columns = first.map((_, at) => {
    let [start, end] = [Infinity, -Infinity];
    for (const row of rows) {
      const extent = row[at]?.extent ?? null;
      start = Math.min(start, extent?.start ?? start);
      end = Math.max(end, extent?.end ?? end);
    }
    return { start, end };
  });
  return areApart(columns) ? columns : null;
}

/** The columns that headers of one line stand in, where each of them is there once and apart from the others. */
export function columnsOfHeaders(headers: readonly (Token | undefined)[]): Extent[] | null {
  const extents = headers.map((header) => header?.extent).filter((extent) => extent !== null && extent !== undefined);
  const line = headers[0]?.line;
  const complete = extents.length === headers.length && headers.every((header) => header?.line === line);
  return complete && areApart(extents) ? extents : null;
}

/** The last word of a row's label in the line of its figures: what may push them out of their columns. */
export const wordBefore = ({ before, cells }: Group): Token | null =>
  before.findLast(({ line }) => line === cells[0]?.line) ?? null;

/** Whether each word stands apart from the one before it: a word too wide for its place pushes what follows. */
const areClose = (words: readonly Token[]): boolean =>
  words.some((word, at) => at > 0 && (word.extent?.start ?? 0) - (words[at - 1]?.extent?.end ?? 0) < APART);

/** Whether a label or a figure may have pushed figures of its row out of their places. */
export function isPushed(row: Group): boolean {
  const label = wordBefore(row);
  return areClose(label ? [label, ...row.cells] : row.cells);
}

/**
 * Gives the figures of a row with blank cells the columns that they stand under.
 * @returns for each column its figure, undefined where it is blank; null unless all figures are in one line, each under
 *   one column, no two under the same, none pushed out of its place, and no blank one under the label
 */
export function alignColumns(row: Group, columns: readonly Extent[]): (Token | undefined)[] | null {
  const { cells } = row;
  const label = wordBefore(row);
  if (isPushed(row)) return null;
  const aligned: (Token | undefined)[] = columns.map(() => undefined);
  let last = -1;
  for (const cell of cells) {
    const { extent } = cell;
    if (extent === null || cell.line !== cells[0]?.line) return null;
    const gaps = columns.map((column) => gap(column, extent));
    const [nearest = Infinity, next = Infinity] = gaps.toSorted((a, b) => a - b);
    const at = gaps.indexOf(nearest);
    if (nearest > OFF || next < nearest + APART || at <= last) return null;
    aligned[at] = cell;
    last = at;
  }
  const free = (label?.extent?.end ?? -Infinity) + APART;
  return columns.some(({ start }, at) => !aligned[at] && start < free) ? null : aligned;
}

/** A blank cell that shows by what stands around it, in the line of its neighbors. */
export const blankBeside = (neighbor: Token): Token => ({
  ...neighbor,
  kind: 'blank',
  text: '',
  position: { ...neighbor.position, column: null },
  extent: null,
});
