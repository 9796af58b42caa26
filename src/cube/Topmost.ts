import type { CellStore, PlacedCell } from './CellStore.js';
import type { DivisionTree, RowNumber } from './DivisionTree.js';

/** Which sums a consolidated figure enters: a report used hides those beneath it. */
export class Topmost {
  /** Divisions and years of which there is a consolidated report, as `division year`. */
  #consolidated: ReadonlySet<string> = new Set();

  constructor(
    private readonly tree: DivisionTree,
    private readonly cells: CellStore,
  ) {}

  /** Finds anew where consolidated reports are. */
  update(): void {
    const found = new Set<string>();
    for (const { counted, division, year } of this.cells.cells('CONSOLIDATED'))
      if (counted > 0) found.add(`${division} ${year}`);
    this.#consolidated = found;
  }

  /** A consolidated figure enters the sums of all divisions above that have none of their own, up to the first that has. */
  rowsOf({ division, year }: PlacedCell): readonly RowNumber[] {
    if (division < 0) return [];
    const rows = [division];
    for (let above = this.tree.parentOf(division); above >= 0; above = this.tree.parentOf(above)) {
      if (this.#consolidated.has(`${above} ${year}`)) return rows;
      rows.push(above);
    }
    return [...rows, this.tree.everything];
  }
}
