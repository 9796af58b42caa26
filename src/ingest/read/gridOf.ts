import { Refusal } from '../Refusal.js';
import type { Grid, GridCell } from '../types.js';
import { LIMITS } from './limits.js';

/** A cell with its place known; row and column from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly page: number | null;
}

/**
 * A table of cells whose places are known: rectangular, a merged cell in each place that it covers. Of two cells in one
 * place the first has it. A place that no cell covers is a blank cell of a sheet (`uncovered` 1), or no cell at all
 * (0, with spans of 0, as `toGrid` has it too). Columns in which no cell begins are dropped: they hold nothing of their
 * own. Throws Refusal LIMIT_EXCEEDED.
 */
export function gridOf(table: number, rowCount: number, cells: readonly PlacedCell[], uncovered: 0 | 1 = 0): Grid {
  const width = cells.reduce((widest, { column, columnSpan }) => Math.max(widest, column + columnSpan), 0);
  if (width > LIMITS.columns || rowCount * width > LIMITS.cells) {
    throw new Refusal('LIMIT_EXCEEDED', `a table of ${rowCount} rows and ${width} columns`);
  }
  const places = placesOf(rowCount, width, cells);
  const kept = Array.from({ length: width }, (_, column) => column).filter((column) =>
    places.some((line) => line[column]?.column === column || (uncovered === 1 && line[column] === undefined)),
  );
  const placed = new Map(cells.map((cell): [PlacedCell, GridCell] => [cell, narrowed(cell, rowCount, kept)]));
  const missing = { text: '', rowSpan: uncovered, columnSpan: uncovered, page: null };
  const rows = places.map((line, row) =>
    kept.map((from, column): GridCell => {
      const cell = line[from];
      return (cell === undefined ? undefined : placed.get(cell)) ?? { ...missing, row, column };
    }),
  );
  return { kind: 'grid', table, rows };
}

function placesOf(height: number, width: number, cells: readonly PlacedCell[]): (PlacedCell | undefined)[][] {
  const places = Array.from({ length: height }, () => Array.from<PlacedCell | undefined>({ length: width }));
  for (const cell of cells) {
    for (const line of places.slice(cell.row, cell.row + cell.rowSpan)) {
      for (let at = cell.column; at < cell.column + cell.columnSpan; at += 1) line[at] ??= cell;
    }
  }
  return places;
}

/** The cell in the columns that are kept. */
function narrowed(
  { row, column, rowSpan, columnSpan, text, page }: PlacedCell,
  height: number,
  kept: readonly number[],
): GridCell {
  const before = kept.filter((other) => other < column).length;
  const within = kept.filter((other) => other >= column && other < column + columnSpan).length;
  return { text, row, column: before, rowSpan: Math.min(rowSpan, height - row), columnSpan: Math.max(1, within), page };
}
