import { Refusal } from '../Refusal.js';
import type { GridCell } from '../types.js';
import { LIMITS } from './limits.js';

/** A cell as marked up: spans as declared (0: to the end of the table), not yet placed. */
export interface LooseCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

interface Placed {
  readonly text: string;
  readonly row: number;
  readonly start: number;
  readonly end: number;
  readonly rowEnd: number;
}

/** The widest that browsers take. */
const WIDEST_SPAN = 1000;

/**
 * Puts every cell into the first free column of its row, as a browser does.
 * @param starts takes the columns in which cells begin
 */
function place(rows: readonly (readonly LooseCell[])[], starts: Set<number>): Placed[] {
  const placed: Placed[] = [];
  let reaching: Placed[] = [];
  rows.forEach((cells, row) => {
    reaching = reaching.filter(({ rowEnd }) => rowEnd > row);
    const taken = [...reaching].sort((a, b) => a.start - b.start);
    let column = 0;
    let next = 0;
    for (const { text, rowSpan, columnSpan } of cells) {
      for (let above = taken[next]; above && above.start <= column; above = taken[++next])
        column = Math.max(column, above.end);
      const rowEnd = rowSpan === 0 ? rows.length : Math.min(rows.length, row + Math.max(1, rowSpan));
      const span = Math.min(WIDEST_SPAN, Math.max(1, columnSpan));
      const cell = { text, row, start: column, end: column + span, rowEnd };
      placed.push(cell);
      starts.add(column);
      if (rowEnd > row + 1) reaching.push(cell);
      column = cell.end;
    }
    // Told at once: cells that reach down would make each row longer to place than the one before.
    if (starts.size * rows.length > LIMITS.cells)
      throw new Refusal('LIMIT_EXCEEDED', `a table of over ${LIMITS.cells} places`);
  });
  return placed;
}

/**
 * Spreads cells over a rectangular grid. Columns in which no cell begins are dropped: they hold nothing of their own.
 * A place that no cell covers gets an empty cell of span 0, which tells a missing cell from a blank one.
 * @param rows cells as marked up, without what reaches in from other rows
 * @param page page of the document, null where it has none
 * @throws Refusal LIMIT_EXCEEDED for a grid of too many places
 */
export function toGrid(rows: readonly (readonly LooseCell[])[], page: number | null): GridCell[][] {
  const columns = new Set<number>();
  const placed = place(rows, columns);
  const starts = [...columns].sort((a, b) => a - b);
  const indexOf = new Map(starts.map((start, index) => [start, index]));
  const grid: (GridCell | undefined)[][] = rows.map(() => starts.map(() => undefined));
  for (const { text, row, start, end, rowEnd } of placed) {
    const column = indexOf.get(start) ?? 0;
    let columnEnd = column + 1;
    while (columnEnd < starts.length && (starts[columnEnd] ?? end) < end) columnEnd++;
    const cell = { text, row, column, rowSpan: rowEnd - row, columnSpan: columnEnd - column, page };
    for (let y = row; y < rowEnd; y++)
      for (let x = column; x < columnEnd; x++) {
        const line = grid[y];
        if (line) line[x] ??= cell;
      }
  }
  return grid.map((line, row) =>
    line.map((cell, column) => cell ?? { text: '', row, column, rowSpan: 0, columnSpan: 0, page }),
  );
}
