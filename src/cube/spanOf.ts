import type { CellStore } from './CellStore.js';
import type { Span } from './Column.js';

/** The years of which there is a report, or one is expected; from 0 to -1 where there are none. */
export function spanOf(cells: CellStore): Span {
  let [from, to] = [Infinity, -Infinity];
  const include = (year: number): void => {
    from = Math.min(from, year);
    to = Math.max(to, year);
  };
  for (const { year } of cells.cells('OWN')) include(year);
  for (const { year } of cells.cells('CONSOLIDATED')) include(year);
  for (const { firstYear, lastYear } of cells.rosters()) {
    include(firstYear);
    include(lastYear ?? firstYear);
  }
  return from <= to ? { from, to } : { from: 0, to: -1 };
}
