import type { LooseCell } from '../grid.js';
import { textBetween } from './layOut.js';
import type { Laid, Rules } from './rulesOf.js';
import { cellOf } from './TextTable.js';

/** Where the cell ends that begins at a row and column; null where it is no rectangle. */
function endOf({ walls, floors }: Rules, row: number, column: number): { rowEnd: number; columnEnd: number } | null {
  let columnEnd = column + 1;
  while (walls[row]?.[columnEnd] === false) columnEnd++;
  let rowEnd = row + 1;
  while (floors[rowEnd]?.[column] === false) rowEnd++;
  for (let each = row; each < rowEnd; each++) {
    const wall = walls[each]?.slice(column, columnEnd + 1) ?? [];
    if (wall.some((runs, at) => runs !== (at === 0 || at === wall.length - 1))) return null;
    const floor = floors[each + 1]?.slice(column, columnEnd) ?? [];
    if (floor.some((runs) => runs !== (each === rowEnd - 1))) return null;
  }
  return { rowEnd, columnEnd };
}

/** The cells between rules, row by row, merged ones where they begin; null where they are no rectangles. */
export function cellsBetween(laid: Laid, rules: Rules): LooseCell[][] | null {
  const { columns, lines, walls } = rules;
  const rows: LooseCell[][] = [];
  const taken = walls.map(() => new Set<number>());
  for (const row of walls.keys()) {
    const cells: LooseCell[] = [];
    for (let column = 0; column < columns.length - 1; column++) {
      if (taken[row]?.has(column)) continue;
      const end = endOf(rules, row, column);
      if (end === null) return null;
      const { rowEnd, columnEnd } = end;
      for (const below of taken.slice(row, rowEnd)) for (let at = column; at < columnEnd; at++) below.add(at);
      const inside = laid.slice((lines[row] ?? 0) + 1, lines[rowEnd]);
      const text = textBetween(inside, (columns[column] ?? 0) + 1, columns[columnEnd] ?? 0);
      cells.push(cellOf(text, rowEnd - row, columnEnd - column));
    }
    rows.push(cells);
  }
  return rows;
}
