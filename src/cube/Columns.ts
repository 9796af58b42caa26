import type { Decimal } from 'decimal.js';
import { LRUCache } from 'lru-cache';
import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Scope } from '../catalog/forms.js';
import { Exact } from '../Exact.js';
import { type CellChange, type CellStore, type PlacedCell } from './CellStore.js';
import { Column, type Span } from './Column.js';
import type { DivisionTree, RowNumber } from './DivisionTree.js';
import { isOfAll, type Measure, type Part, signedParts } from './Measure.js';
import { placeOf } from './placeOf.js';
import { spanOf } from './spanOf.js';
import { Topmost } from './Topmost.js';

/** Bytes of all columns kept; one of the nation's has some 250 kB. */
const MAX_BYTES = 192 * 2 ** 20;
/** So many cells changed at once cost more to follow in each column than to add up the columns anew. */
const MAX_FOLLOWED = 1_000;

interface ColumnsKey {
  readonly measure: Measure;
  readonly scope: Scope;
  /** A column for each kind of agency, or one for all of them together. */
  readonly byKind: boolean;
}

const nameOf = ({ measure, scope, byKind }: ColumnsKey): string =>
  `${measure.of.join('+')}-${measure.less.join('-')} ${scope} ${byKind}`;

interface Entry {
  readonly key: ColumnsKey;
  readonly columns: readonly Column[];
}

function columnOf({ key, columns }: Entry, { kind }: Pick<PlacedCell, 'kind'>): Column {
  const column = columns[key.byKind ? kind : 0];
  if (column === undefined) throw new RangeError(`there are ${columns.length} kinds of agency, found number ${kind}`);
  return column;
}

/**
 * The columns that have been asked for, added up from the cells when first asked and followed from then on. Bounded:
 * those not asked for long make way.
 */
export class Columns {
  readonly #columns = new LRUCache<string, Entry>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ columns }) => columns.reduce((sum, { bytes }) => sum + bytes, 1_000),
    dispose: () => (this.#generation += 1),
  });
  #generation = 0;
  #state = 0;
  /** Empty while there is nothing. */
  #span: Span = { from: 0, to: -1 };
  readonly #topmost: Topmost;

  constructor(
    private readonly tree: DivisionTree,
    private readonly cells: CellStore,
  ) {
    this.#topmost = new Topmost(tree, cells);
  }

  /** Another one where a column was let go, or all have moved on: questions that hold on to theirs are to be put anew. */
  get generation(): number {
    return this.#generation;
  }

  /** Another one where the columns have moved on: what was worked out before must not be read together with them. */
  get state(): number {
    return this.#state;
  }

  get span(): Span {
    return this.#span;
  }

  /** Brings the columns up to what the cells are now. */
  follow(changes: readonly CellChange[], rostersChanged: boolean): void {
    const consolidatedChanged = changes.some(({ after }) => after.scope === 'CONSOLIDATED');
    if (consolidatedChanged) this.#topmost.update();
    const isOutside = changes.some(({ after: { year } }) => year < this.#span.from || year > this.#span.to);
    const found = isOutside || rostersChanged ? spanOf(this.cells) : this.#span;
    this.#moveOn();
    if (changes.length > MAX_FOLLOWED || found.from < this.#span.from || found.to > this.#span.to) {
      this.#columns.clear();
      this.#span = found;
      return;
    }
    for (const [name, entry] of [...this.#columns.entries()])
      if (!this.#followed(changes, rostersChanged, entry)) this.#columns.delete(name);
  }

  /** Takes in years up to one: agencies that are not closed are expected in it, whether anything is known of it or not. */
  reach(year: number): void {
    if (this.#span.to < this.#span.from || year <= this.#span.to) return;
    this.#moveOn();
    this.#columns.clear();
    this.#span = { ...this.#span, to: year };
  }

  #moveOn(): void {
    this.#state += 1;
    this.#generation += 1;
  }

  /** The column of all kinds of agency together. */
  whole(measure: Measure, scope: Scope): Column {
    const [column] = this.#entry({ measure, scope, byKind: false }).columns;
    if (column === undefined) throw new RangeError('there is one column');
    return column;
  }

  /** The columns of each kind of agency: they are asked for together, and looking for a fact costs more than adding it. */
  byKind(measure: Measure, scope: Scope): readonly Column[] {
    return this.#entry({ measure, scope, byKind: true }).columns;
  }

  /** Whether columns are there, or would have to be added up. */
  has(key: ColumnsKey): boolean {
    return this.#columns.has(nameOf(key));
  }

  /** The rows that the figures of a cell enter. */
  rowsOf(cell: PlacedCell): readonly RowNumber[] {
    return cell.scope === 'OWN' ? this.tree.rowsOf(cell.division) : this.#topmost.rowsOf(cell);
  }

  #entry(key: ColumnsKey): Entry {
    const name = nameOf(key);
    let entry = this.#columns.get(name);
    if (entry === undefined) {
      entry = this.#addUp(key);
      this.#columns.set(name, entry);
    }
    return entry;
  }

  #addUp(key: ColumnsKey): Entry {
    const kinds = key.byKind ? AGENCY_KIND_CODES.length : 1;
    const entry = { key, columns: Array.from({ length: kinds }, () => new Column(this.tree.rows, this.#span)) };
    for (const [part, sign] of signedParts(key.measure)) this.#addPart(entry, part, sign);
    return entry;
  }

  /** @returns false where it has to be added up anew */
  #followed(changes: readonly CellChange[], rostersChanged: boolean, entry: Entry): boolean {
    const { measure, scope } = entry.key;
    // A consolidated report decides on those of the divisions below as well.
    if (scope === 'CONSOLIDATED' && !isOfAll(measure)) return changes.every(({ after }) => after.scope !== scope);
    if (measure.of.includes('expected')) return !rostersChanged;
    for (const [part, sign] of signedParts(measure))
      for (const { before, after } of changes) {
        if (after.scope !== scope) continue;
        if (before !== null) this.#add(entry, before, part, sign === 1 ? -1 : 1);
        this.#add(entry, after, part, sign);
      }
    return true;
  }

  #addPart(entry: Entry, part: Part, sign: 1 | -1): void {
    const { measure, scope, byKind } = entry.key;
    if (part === 'expected') this.#addRosters(entry);
    else if (typeof part === 'number')
      this.cells.visit(scope, part, (cell, place) => this.#addFact(columnOf(entry, cell), cell, place, sign));
    else if (measure.of.length + measure.less.length > 1) {
      // Counts are parts of many measures, and all cells have them.
      const counts = this.#entry({ measure: { of: [part], less: [] }, scope, byKind }).columns;
      for (const [kind, count] of counts.entries()) entry.columns[kind]?.addAll(count, sign);
    } else for (const cell of this.cells.cells(scope)) this.#add(entry, cell, part, sign);
  }

  #add(entry: Entry, cell: PlacedCell, part: Part, sign: 1 | -1): void {
    const column = columnOf(entry, cell);
    if (typeof part === 'number') {
      const place = placeOf(cell, part);
      if (place >= 0) this.#addFact(column, cell, place, sign);
    } else if (part !== 'expected' && cell[part] !== 0)
      this.#spread(column, cell, part === 'reports', sign * cell[part]);
  }

  #addFact(column: Column, cell: PlacedCell, place: number, sign: 1 | -1): void {
    const { amounts, decimals } = cell.facts;
    const exact = decimals.size === 0 ? undefined : decimals.get(place);
    const decimal = exact === undefined ? undefined : new Exact(exact).times(sign);
    this.#spread(column, cell, false, sign * (amounts[place] ?? 0), decimal);
  }

  #spread(column: Column, cell: PlacedCell, ofAll: boolean, amount: number, decimal?: Decimal): void {
    const rows = ofAll ? this.tree.rowsOf(cell.division) : this.rowsOf(cell);
    for (const row of rows) column.add(row, cell.year, amount, decimal);
  }

  /** Agencies not closed are expected in every year to come. */
  #addRosters(entry: Entry): void {
    for (const roster of this.cells.rosters()) {
      const { division, firstYear, lastYear, agencies } = roster;
      const rows = this.tree.rowsOf(division);
      const column = columnOf(entry, roster);
      for (let year = firstYear; year <= (lastYear ?? this.#span.to); year++)
        for (const row of rows) column.add(row, year, agencies);
    }
  }
}
