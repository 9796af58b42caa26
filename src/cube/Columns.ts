import { Decimal } from 'decimal.js';
import { LRUCache } from 'lru-cache';
import { type CellChange, type CellStore, type PlacedCell } from './CellStore.js';
import { Column, type ColumnKey, type Measure, type Span } from './Column.js';
import type { DivisionTree, RowNumber } from './DivisionTree.js';
import { placeOf } from './placeOf.js';

/** Bytes of all columns kept; one of the nation's has some 250 kB. */
const MAX_BYTES = 192 * 2 ** 20;
/** So many cells changed at once cost more to follow in each column than to add up the columns anew. */
const MAX_FOLLOWED = 1_000;

const isPlain = (measure: Measure): boolean => measure === 'reports' || measure === 'expected';

/**
 * The columns that have been asked for, added up from the cells when first asked and followed from then on. Bounded:
 * those not asked for long make way.
 */
export class Columns {
  readonly #columns = new LRUCache<string, { readonly key: ColumnKey; readonly column: Column }>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ column }) => column.bytes + 1_000,
  });
  /** Empty while there is nothing. */
  #span: Span = { from: 0, to: -1 };
  /** Divisions and years of which there is a consolidated report, as `division × years + year`. */
  #consolidated: ReadonlySet<string> = new Set();

  constructor(
    private readonly tree: DivisionTree,
    private readonly cells: CellStore,
  ) {}

  get span(): Span {
    return this.#span;
  }

  /** Brings the columns up to what the cells are now. */
  follow(changes: readonly CellChange[], rostersChanged: boolean): void {
    const consolidatedChanged = changes.some(({ after }) => after.scope === 'CONSOLIDATED');
    if (consolidatedChanged) this.#consolidated = this.#findConsolidated();
    const isOutside = changes.some(({ after: { year } }) => year < this.#span.from || year > this.#span.to);
    if (changes.length > MAX_FOLLOWED || isOutside || rostersChanged) {
      this.#columns.clear();
      this.#span = this.#findSpan();
      return;
    }
    for (const [name, { key, column }] of [...this.#columns.entries()])
      if (!this.#followed(changes, key, column)) this.#columns.delete(name);
  }

  /** Takes in years up to one: agencies that are not closed are expected in it, whether anything is known of it or not. */
  reach(year: number): void {
    if (this.#span.to < this.#span.from || year <= this.#span.to) return;
    this.#columns.clear();
    this.#span = { ...this.#span, to: year };
  }

  column(key: ColumnKey): Column {
    const name = `${key.measure} ${key.scope} ${key.kind}`;
    let known = this.#columns.get(name);
    if (known === undefined) {
      known = { key, column: this.#addUp(key) };
      this.#columns.set(name, known);
    }
    return known.column;
  }

  #addUp(key: ColumnKey): Column {
    const column = new Column(this.tree.rows, this.#span);
    const { measure, scope, kind } = key;
    if (measure === 'expected') this.#addRosters(key, column);
    else if (typeof measure === 'number')
      this.cells.visit(scope, measure, (cell, place) => {
        if (kind < 0 || cell.kind === kind) this.#addFact(column, cell, place, 1);
      });
    else for (const cell of this.cells.cells(scope)) this.#add(column, key, cell, 1);
    return column;
  }

  /** @returns false where it has to be added up anew */
  #followed(changes: readonly CellChange[], key: ColumnKey, column: Column): boolean {
    // A consolidated report decides on those of the divisions below as well.
    if (key.scope === 'CONSOLIDATED' && !isPlain(key.measure))
      return changes.every(({ after }) => after.scope !== key.scope);
    if (key.measure === 'expected') return true;
    for (const { before, after } of changes) {
      if (after.scope !== key.scope) continue;
      if (before !== null) this.#add(column, key, before, -1);
      this.#add(column, key, after, 1);
    }
    return true;
  }

  #add(column: Column, { measure, kind }: ColumnKey, cell: PlacedCell, sign: 1 | -1): void {
    if (kind >= 0 && cell.kind !== kind) return;
    if (typeof measure === 'number') {
      const place = placeOf(cell, measure);
      if (place >= 0) this.#addFact(column, cell, place, sign);
    } else if (measure !== 'expected' && cell[measure] !== 0)
      this.#spread(column, cell, isPlain(measure), sign * cell[measure]);
  }

  #addFact(column: Column, cell: PlacedCell, place: number, sign: 1 | -1): void {
    const { amounts, decimals } = cell.facts;
    const exact = decimals.get(place);
    const decimal = exact === undefined ? undefined : new Decimal(exact).times(sign);
    this.#spread(column, cell, false, sign * (amounts[place] ?? 0), decimal);
  }

  #spread(column: Column, cell: PlacedCell, plain: boolean, amount: number, decimal?: Decimal): void {
    const rows = plain || cell.scope === 'OWN' ? this.tree.rowsOf(cell.division) : this.#topmostRows(cell);
    for (const row of rows) column.add(row, cell.year, amount, decimal);
  }

  /** A consolidated figure enters the sums of all divisions above that have none of their own, up to the first that has. */
  #topmostRows({ division, year }: PlacedCell): readonly RowNumber[] {
    if (division < 0) return [];
    const rows = [division];
    for (let above = this.tree.parentOf(division); above >= 0; above = this.tree.parentOf(above)) {
      if (this.#consolidated.has(`${above} ${year}`)) return rows;
      rows.push(above);
    }
    return [...rows, this.tree.everything];
  }

  #findConsolidated(): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { counted, division, year } of this.cells.cells('CONSOLIDATED'))
      if (counted > 0) found.add(`${division} ${year}`);
    return found;
  }

  #findSpan(): Span {
    let [from, to] = [Infinity, -Infinity];
    const include = (year: number): void => {
      from = Math.min(from, year);
      to = Math.max(to, year);
    };
    for (const { year } of this.cells.cells('OWN')) include(year);
    for (const { year } of this.cells.cells('CONSOLIDATED')) include(year);
    for (const { firstYear, lastYear } of this.cells.rosters()) {
      include(firstYear);
      include(lastYear ?? firstYear);
    }
    return from <= to ? { from, to } : { from: 0, to: -1 };
  }

  /** Agencies not closed are expected in every year to come. */
  #addRosters({ kind }: ColumnKey, column: Column): void {
    for (const { division, kind: own, firstYear, lastYear, agencies } of this.cells.rosters()) {
      if (kind >= 0 && own !== kind) continue;
      const rows = this.tree.rowsOf(division);
      for (let year = firstYear; year <= (lastYear ?? this.#span.to); year++)
        for (const row of rows) column.add(row, year, agencies);
    }
  }
}
