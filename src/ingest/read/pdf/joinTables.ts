import { cutCells, type Cut, type Seam } from './cutCells.js';
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
  const upper = { ...above, cells: onColumns(above, xs) };
  const lower = { ...below, cells: onColumns(below, xs) };
  const [first, second] = withoutLost(upper, lower);
  const cut = cutCells(seamOf(first, second));
  if (cut.cutRow) return join(xs, first, second, cut);
  return join(xs, upper, lower, cutCells(seamOf(upper, lower)));
}

function join(xs: readonly number[], upper: Table, lower: Table, { cutRow, pairs }: Cut): Table {
  const shift = upper.rowCount - (cutRow ? 1 : 0);
  const halves = new Map(pairs);
  const second = new Set(halves.values());
  return {
    xs,
    rowCount: shift + lower.rowCount,
    cells: [
      ...upper.cells.map((cell) => joinCells(cell, halves.get(cell), shift)),
      ...lower.cells.filter((cell) => !second.has(cell)).map((cell) => ({ ...cell, row: cell.row + shift })),
    ],
    closedTop: upper.closedTop,
    closedBottom: lower.closedBottom,
  };
}

const LOST = /^\ufffd[\ufffd\s]*$/;
const isLost = (line: string): boolean => LOST.test(line);

/** The two parts without the lines beyond the edge of one page that are printed on the other: a cut row may be drawn on both. */
function withoutLost(above: Table, below: Table): [Table, Table] {
  const [upper, lower] = [[...above.cells], [...below.cells]];
  const { over, under } = seamOf(above, below);
  for (const cell of over) {
    const other = under.find(({ column, columnSpan }) => column === cell.column && columnSpan === cell.columnSpan);
    const lines = cell.text.split('\n');
    const rest = other?.text.split('\n') ?? [];
    while (isLost(lines.at(-1) ?? '')) lines.pop();
    while (isLost(rest[0] ?? '')) rest.shift();
    // What is beyond the edges of both is lost.
    if (!other || [...lines, ...rest].join('') === '') continue;
    upper[upper.indexOf(cell)] = { ...cell, text: lines.join('\n') };
    lower[lower.indexOf(other)] = { ...other, text: rest.join('\n') };
  }
  return [
    { ...above, cells: upper },
    { ...below, cells: lower },
  ];
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

const seamOf = (above: Table, below: Table): Seam => ({
  over: above.cells.filter((cell) => cell.row + cell.rowSpan === above.rowCount),
  under: below.cells.filter((cell) => cell.row === 0),
  closed: above.closedBottom && below.closedTop,
});

function joinCells(upper: TableCell, lower: TableCell | undefined, shift: number): TableCell {
  if (lower === undefined) return upper;
  return {
    ...upper,
    rowSpan: lower.rowSpan + shift - upper.row,
    text: [upper.text, lower.text].filter((text) => text !== '').join('\n'),
    full: lower.full,
  };
}
