import type { Piece } from '../Match.js';
import { readValue } from '../value.js';

/** Whether the parts of a row that are printed add up to its total: a row whose figures stand in other columns hardly would. */
export function addsUp(cells: readonly (Pick<Piece, 'text'> | undefined)[]): boolean {
  const numbers = cells.map((cell) => {
    const value = cell ? readValue(cell.text, 'count') : null;
    return value?.state === 'REPORTED' ? Number(value.value) : null;
  });
  const total = numbers.pop() ?? null;
  return total !== null && numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0) === total;
}
