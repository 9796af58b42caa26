import type { PlacedCell } from '../gridOf.js';

const FIGURE = /^[+-]?\d[\d,.]*$/;
/** Labels may be numbered in a column of their own: figures of a form stand in more than one. */
const FEWEST = 2;

/**
 * The cells of a table of a sheet, and apart from them those that stand behind an empty column to the right of its figures:
 * a sum that checks each row, a remark.
 */
export function partedAt(cells: readonly PlacedCell[]): PlacedCell[][] {
  const gap = gapIn(cells);
  if (gap === null) return [[...cells]];
  const beside = cells.filter(({ column }) => column > gap);
  const full = new Set(cells.filter((cell) => reaches(cell, gap)).map(({ row }) => row));
  const figures = beside.filter(({ text }) => FIGURE.test(text)).map(({ row }) => row);
  // A figure beside a row whose last cell is blank may be the one that belongs there; several may be those of another year.
  if (new Set(figures).size < figures.length || figures.some((row) => !full.has(row))) return [[...cells]];
  const left = Math.min(...beside.map(({ column }) => column));
  const top = Math.min(...beside.map(({ row }) => row));
  return [
    cells.filter(({ column }) => column < gap),
    ...partedAt(beside.map((cell) => ({ ...cell, row: cell.row - top, column: cell.column - left }))),
  ];
}

const reaches = ({ text, column, columnSpan }: PlacedCell, end: number): boolean =>
  text !== '' && column < end && column + columnSpan >= end;

/** The first column that no cell covers, figures in more than one column before it and something behind it. */
function gapIn(cells: readonly PlacedCell[]): number | null {
  const spans = cells.toSorted((a, b) => a.column - b.column);
  const figures = new Set<number>();
  let end = 0;
  for (const { column, columnSpan, text } of spans) {
    if (column > end && figures.size >= FEWEST) return end;
    end = Math.max(end, column + columnSpan);
    if (FIGURE.test(text)) figures.add(column);
  }
  return null;
}
