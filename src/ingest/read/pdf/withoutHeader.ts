import type { Table, TableCell } from './Table.js';

/** A header of the forms has three rows. */
const HIGHEST = 5;
const FIGURE = /^[\d０-９.,，+\-/—\s]+$/;

/** The part of a table on a further page without the header that is printed there again. */
export function withoutHeader(first: Table, { cells, rowCount, ...table }: Table): Table {
  const height = Array.from({ length: Math.min(HIGHEST, rowCount - 1) }, (_, index) => index + 1)
    .toReversed()
    .find((rows) => isHeader(first.cells, cells, rows));
  if (height === undefined) return { cells, rowCount, ...table };
  const below = cells.filter(({ row }) => row >= height).map((cell) => ({ ...cell, row: cell.row - height }));
  return { ...table, rowCount: rowCount - height, cells: below };
}

function isHeader(first: readonly TableCell[], again: readonly TableCell[], rows: number): boolean {
  const [original, repeated] = [first, again].map((cells) => cells.filter(({ row }) => row < rows));
  if (original === undefined || repeated === undefined || original.length !== repeated.length) return false;
  const texts = original.map(textOf).toSorted();
  return (
    repeated.every(({ row, rowSpan, text }) => row + rowSpan <= rows && !FIGURE.test(text)) &&
    repeated
      .map(textOf)
      .toSorted()
      .every((text, index) => text === texts[index]) &&
    texts.some((text) => text !== '')
  );
}

const textOf = ({ text }: TableCell): string => text.replaceAll(/\s/g, '');
