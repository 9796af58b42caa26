import type { Place } from '../../catalog/places.js';
import type { Entry, Piece } from '../Match.js';
import { collapse } from '../text/collapse.js';
import type { Flag } from '../types.js';
import type { Assigned } from './assignCells.js';
import { RivalTables } from './RivalTables.js';

/** More of what is printed in doubtful rows is not repeated; no report has so much of it. */
const LONGEST_DOUBT = 2000;

/**
 * Collects which printed cell stands at which place. Two rows for the same place that differ make it ambiguous, and it
 * stays without a cell.
 */
export class Locator {
  private readonly cells = new Map<Place, Piece>();
  private readonly doubtful = new Map<string, string>();
  private readonly disputed = new Set<Place>();
  private readonly tables = new RivalTables(this.cells);

  /**
   * Takes one row. Nothing is taken from one whose cells could stand in several places (`assigned` null).
   * @param name section/row, the place of a finding
   */
  row(name: string, places: readonly Place[], assigned: Assigned, { cells }: Pick<Entry, 'cells'>): void {
    if (assigned === null) {
      if (cells.length > 0) this.doubt(name, cells);
      this.tables.takeDoubtful(name, cells[0]?.position.table ?? null);
      return;
    }
    places.forEach((place, at) => {
      const cell = assigned[at];
      const earlier = this.cells.get(place);
      if (cell && earlier) this.tables.take(place, cell, earlier);
      if (cell && earlier && collapse(cell.text) !== collapse(earlier.text)) {
        this.disputed.add(place);
        this.doubt(name, [earlier, cell]);
      } else if (cell) this.cells.set(place, earlier ?? cell);
    });
  }

  /** The cell of a place; null where none was located for certain. */
  at(place: Place): Piece | null {
    const cell = this.disputed.has(place) ? null : (this.cells.get(place) ?? null);
    return cell && this.tables.agreeOn(place, cell) ? cell : null;
  }

  /** Flags what could stand in several cells, unless another row settled it. */
  report(flag: Flag, places: readonly Place[]): void {
    for (const [place, cell] of this.cells)
      if (!this.disputed.has(place) && !this.tables.agreeOn(place, cell))
        this.doubt(place.slice(0, place.lastIndexOf('/')), [cell]);
    for (const [name, raw] of this.doubtful)
      if (places.some((place) => place.startsWith(`${name}/`) && this.at(place) === null))
        flag({ code: 'VALUE_AMBIGUOUS', place: name, raw });
  }

  private doubt(name: string, cells: readonly Piece[]): void {
    const before = this.doubtful.get(name) ?? '';
    if (before.length > LONGEST_DOUBT) return;
    const raw = cells.map(({ text }) => collapse(text)).join(' ');
    this.doubtful.set(name, [before, raw.trim()].filter(Boolean).join(' '));
  }
}
