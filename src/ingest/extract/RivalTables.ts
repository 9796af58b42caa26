import type { Place } from '../../catalog/places.js';
import type { Piece } from '../Match.js';
import { collapse } from '../text/collapse.js';

/** Tables with so many rows in common are the same table twice, not parts of one. */
const COMMON = 3;

interface Pair {
  /** Which they have in common. */
  readonly rows: Set<string>;
  disputed: boolean;
}

const rowOf = (place: Place): string => place.slice(0, place.lastIndexOf('/'));
const keyOf = (one: number, other: number): string => `${Math.min(one, other)} ${Math.max(one, other)}`;

/**
 * Tables of one section that have the same places and other figures, as of two years. What only one of them has is no
 * more certain than what they dispute.
 */
export class RivalTables {
  /** Which other tables have a place too. */
  private readonly others = new Map<Place, Set<number>>();
  /** Which tables have a row in doubt. */
  private readonly doubtful = new Map<string, Set<number>>();
  private readonly pairs = new Map<string, Pair>();
  private rivals: ReadonlyMap<number, readonly number[]> | null = null;

  /** @param cells the cell of each place, as far as it is known */
  constructor(private readonly cells: ReadonlyMap<Place, Piece>) {}

  /** Takes a row of which nobody knows which cell stands where; `row` is its place without the column. */
  takeDoubtful(row: string, table: number | null): void {
    if (table === null) return;
    this.doubtful.set(row, (this.doubtful.get(row) ?? new Set()).add(table));
    this.rivals = null;
  }

  /** Takes a cell for a place that has one of another row. */
  take(place: Place, { text, position: { table } }: Piece, earlier: Piece): void {
    const other = earlier.position.table;
    if (table === null || other === null || other === table) return;
    this.others.set(place, (this.others.get(place) ?? new Set()).add(table));
    this.rivals = null;
    const key = keyOf(table, other);
    const pair = this.pairs.get(key) ?? { rows: new Set(), disputed: false };
    pair.rows.add(rowOf(place));
    pair.disputed ||= collapse(text) !== collapse(earlier.text);
    this.pairs.set(key, pair);
  }

  /** Whether each rival of the table that a cell is in has the place too. */
  agreeOn(place: Place, { position: { table } }: Piece): boolean {
    if (table === null || this.pairs.size + this.doubtful.size === 0) return true;
    this.rivals ??= this.findRivals();
    return (this.rivals.get(table) ?? []).every((rival) => this.others.get(place)?.has(rival));
  }

  /** A row in doubt disputes the same one of any other table. */
  private withDoubtful(): Map<string, Pair> {
    const pairs = new Map([...this.pairs].map(([key, pair]) => [key, { ...pair, rows: new Set(pair.rows) }]));
    if (this.doubtful.size === 0) return pairs;
    for (const [place, { position }] of this.cells) {
      const row = rowOf(place);
      for (const other of this.doubtful.get(row) ?? []) {
        if (position.table === null || position.table === other) continue;
        const key = keyOf(position.table, other);
        pairs.set(key, { rows: (pairs.get(key)?.rows ?? new Set()).add(row), disputed: true });
      }
    }
    return pairs;
  }

  private findRivals(): Map<number, number[]> {
    const rivals = new Map<number, number[]>();
    for (const [key, { rows, disputed }] of this.withDoubtful()) {
      if (rows.size < COMMON || !disputed) continue;
      const [one = 0, other = 0] = key.split(' ').map(Number);
      rivals.set(one, [...(rivals.get(one) ?? []), other]);
      rivals.set(other, [...(rivals.get(other) ?? []), one]);
    }
    return rivals;
  }
}
