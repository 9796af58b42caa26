import type { PlacedCell } from './CellStore.js';

/** Where a fact of a cell stands; -1 where it has none. Facts of a cell are ascending. */
export function placeOf({ facts: { numbers }, from, to }: PlacedCell, fact: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = numbers[middle] ?? 0;
    if (found === fact) return middle;
    if (found < fact) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
