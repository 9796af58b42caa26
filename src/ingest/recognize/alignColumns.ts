import type { Extent, Token } from './tokensOf.js';

/** Columns of aligned text are at least so many blanks apart; where one blank parts words, places say nothing. */
const APART = 2;
/** A figure is under its column, or off by the rounding of places in print to places in text. */
const OFF = 1;

const gap = (a: Extent, b: Extent): number => Math.max(0, a.start - b.end, b.start - a.end);

/** Whether columns stand apart from each other, left to right. */
const areApart = (columns: readonly Extent[]): boolean =>
  columns.every((column, at) => at === 0 || column.start - (columns[at - 1]?.end ?? 0) >= APART);

/** The columns in which full rows stand one below the other; null where there are too few, or they are not aligned. */
export function columnsOfRows(rows: readonly (readonly Token[])[]): Extent[] | null {
  const [first] = rows;
  if (first === undefined || rows.length < 2) return null;
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
  const extents = headers.flatMap((header) => header?.extent ?? []);
  const line = headers[0]?.line;
  const complete = extents.length === headers.length && headers.every((header) => header?.line === line);
  return complete && areApart(extents) ? extents : null;
}

/**
 * Gives the figures of a row with blank cells the columns that they stand under.
 * @returns for each column its figure, undefined where it is blank; null unless every figure is under one column, no two
 *   under the same, and all in one line
 */
export function alignColumns(cells: readonly Token[], columns: readonly Extent[]): (Token | undefined)[] | null {
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
  return aligned;
}

/** A blank cell that shows by what stands around it, in the line of its neighbors. */
export const blankBeside = (neighbor: Token): Token => ({
  ...neighbor,
  kind: 'blank',
  text: '',
  position: { ...neighbor.position, column: null },
  extent: null,
});
