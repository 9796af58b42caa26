import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';

/** A cell of a sheet: one with text, or the blank top left corner of a merged one. Columns from 0. */
export interface SheetCell {
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
}

/** A row of a sheet that has cells. Rows from 0. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** A place of a sheet and what is shown there. */
export interface ShownCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** First and last row and column of a merged cell, from 0. */
export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * The rows that hold something, from top to bottom: what a sheet declares as its range is not believed, and no range is
 * walked. Throws Refusal LIMIT_EXCEEDED where there are more than `allowed` cells.
 */
export function rowsOf(cells: Iterable<ShownCell>, merged: readonly Merged[], allowed: number): SheetRow[] {
  if (merged.length > allowed) throw tooMany();
  const corners = new Map(merged.map((range) => [`${range.top}/${range.left}`, range]));
  const rows = new Map<number, SheetCell[]>();
  let count = 0;
  const add = (row: number, cell: SheetCell): void => {
    count += 1;
    if (count > allowed) throw tooMany();
    const others = rows.get(row);
    if (others === undefined) rows.set(row, [cell]);
    else others.push(cell);
  };
  for (const { row, column, text } of cells) {
    const key = `${row}/${column}`;
    if (text === '') continue;
    add(row, { column, text, ...spanOf(corners.get(key)) });
    corners.delete(key);
  }
  for (const range of corners.values()) add(range.top, { column: range.left, text: '', ...spanOf(range) });
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, own]) => ({ row, cells: own.toSorted((a, b) => a.column - b.column) }));
}

const spanOf = (range: Merged | undefined): Pick<SheetCell, 'rowSpan' | 'columnSpan'> => ({
  rowSpan: range === undefined ? 1 : Math.max(1, range.bottom - range.top + 1),
  columnSpan: range === undefined ? 1 : Math.max(1, range.right - range.left + 1),
});

const tooMany = (): Refusal => new Refusal('LIMIT_EXCEEDED', `a workbook of more than ${LIMITS.cells} cells`);
