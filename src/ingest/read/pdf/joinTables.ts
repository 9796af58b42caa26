import { cutCells, type Seam } from './cutCells.js';
import type { Table, TableCell } from './Table.js';
import { withoutHeader } from './withoutHeader.js';

/** How far the sides of columns may differ from page to page; in points. */
const SAME = 4;
/** No column is narrower; in points. */
const NARROWEST = 8;

/** The share of the columns' sides that two parts of a table have in common at least. */
const COMMON = 0.6;

/**
 * Whether `below`, the first thing on its page, has the columns of `above`, the last on the page before. Some may be
 * missing in either: where a cell is merged over all rows of a page, and at a side where its lines are not drawn.
 */
export function continues(above: Table, below: Table): boolean {
  const side = isSame(above.xs[0], below.xs[0]) || isSame(above.xs.at(-1), below.xs.at(-1));
  const common = above.xs.filter((x) => below.xs.some((other) => isSame(x, other))).length;
  const fewer = Math.min(above.xs.length, below.xs.length);
  return side && common >= Math.max(3, fewer * COMMON) && isSpaced(joinColumns(above.xs, below.xs));
}

/** The sides of the columns of either. */
const joinColumns = (a: readonly number[], b: readonly number[]): number[] =>
  [...a, ...b.filter((x) => !a.some((other) => isSame(x, other)))].toSorted((x, y) => x - y);

/** Columns of two tables that have nothing to do with each other would run side by side. */
const isSpaced = (xs: readonly number[]): boolean => xs.slice(1).every((x, index) => x - (xs[index] ?? x) >= NARROWEST);

const isSame = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) <= SAME;

/** One table of the two; the row and the merged cells that the page cuts are put together where they clearly go on. */
export function joinTables(above: Table, whole: Table): Table {
  const below = withoutHeader(above, whole);
  const xs = joinColumns(above.xs, below.xs);
  const upper = onColumns(above, xs);
  const lower = onColumns(below, xs);
  const { cutRow, pairs } = cutCells(seamOf(upper, above, lower, below));
  const shift = above.rowCount - (cutRow ? 1 : 0);
  const halves = new Map(pairs);
  const second = new Set(halves.values());
  return {
    xs,
    rowCount: shift + below.rowCount,
    cells: [
      ...upper.map((cell) => joinCells(cell, halves.get(cell), shift)),
      ...lower.filter((cell) => !second.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    closedTop: above.closedTop,
    closedBottom: below.closedBottom,
  };
}

/** The same cells on columns of which the table's own are a part; a blank one over all rows where it has no column. */
function onColumns({ xs, cells, rowCount }: Table, columns: readonly number[]): TableCell[] {
  const places = xs.map((x) => columns.findIndex((other) => isSame(x, other)));
  const moved = cells.map((cell) => {
    const column = places[cell.column] ?? cell.column;
    const end = places[cell.column + cell.columnSpan] ?? column + cell.columnSpan;
    return { ...cell, column, columnSpan: end - column };
  });
  const [first, last] = [places[0] ?? 0, places.at(-1) ?? 0];
  const page = cells[0]?.page ?? 0;
  const missing = Array.from(columns.slice(1), (_, column) => column).filter((at) => at < first || at >= last);
  return [
    ...moved,
    ...missing.map((column) => ({ row: 0, column, rowSpan: rowCount, columnSpan: 1, text: '', page, full: false })),
  ];
}

function seamOf(upper: readonly TableCell[], above: Table, lower: readonly TableCell[], below: Table): Seam {
  return {
    over: upper.filter((cell) => cell.row + cell.rowSpan === above.rowCount),
    under: lower.filter((cell) => cell.row === 0),
    closed: above.closedBottom && below.closedTop,
  };
}

function joinCells(upper: TableCell, lower: TableCell | undefined, shift: number): TableCell {
  if (lower === undefined) return upper;
  return {
    ...upper,
    rowSpan: lower.rowSpan + shift - upper.row,
    text: [upper.text, lower.text].filter((text) => text !== '').join('\n'),
    full: lower.full,
  };
}
