import { Exact } from '../Exact.js';
import { LRUCache } from 'lru-cache';
import type { Scope } from '../catalog/forms.js';
import { FACTS } from '../rollup/facts.js';
import { type CellStore, COUNTERS, type PlacedCell } from './CellStore.js';
import { ALL_KINDS, Column } from './Column.js';
import type { Columns } from './Columns.js';
import type { DivisionTree } from './DivisionTree.js';
import type { Part } from './Measure.js';
import type { Slice } from './Slice.js';

/** Slices that are kept, of some 12 kB each: what is put in order is read once before and once after. */
const KEPT = 5_000;
/** Facts stand one below the other, then counts. */
const ROWS = FACTS.length + COUNTERS.length;
const NO_YEARS = { from: 0, to: 0 };

/** The row of a part in what is gathered. @throws TypeError for what no cell knows */
export function rowOfPart(part: Part): number {
  if (part === 'expected') throw new TypeError('cells know nothing of rosters');
  return typeof part === 'number' ? part : FACTS.length + COUNTERS.indexOf(part);
}

/** All that the cells of a scope hold in a slice, added up cell by cell: one pass over it gives every figure. */
export class SliceSums {
  readonly #kept = new LRUCache<string, Column>({ max: KEPT });

  constructor(
    private readonly tree: DivisionTree,
    private readonly cells: CellStore,
    private readonly columns: Columns,
  ) {}

  /** Forgets all: the cells have moved on. */
  clear(): void {
    this.#kept.clear();
  }

  of(scope: Scope, slice: Slice): Column {
    const { cut, from, to } = slice;
    const key = `${scope} ${cut.rows.join()} ${cut.kinds.join()} ${from}-${to}`;
    let sums = this.#kept.get(key);
    if (sums === undefined) {
      sums = this.#gather(scope, slice);
      this.#kept.set(key, sums);
    }
    return sums;
  }

  #gather(scope: Scope, { cut, from, to }: Slice): Column {
    const sums = new Column(ROWS, NO_YEARS);
    const isAsked = ({ year, kind }: PlacedCell): boolean =>
      year >= from && year <= to && (cut.kinds.includes(ALL_KINDS) || cut.kinds.includes(kind));
    for (const row of cut.rows)
      for (const division of this.tree.divisionsIn(row))
        for (const cell of this.cells.at(scope, division))
          if (isAsked(cell) && this.columns.rowsOf(cell).includes(row)) add(sums, cell);
    return sums;
  }
}

function add(sums: Column, cell: PlacedCell): void {
  const { numbers, amounts, decimals } = cell.facts;
  for (let place = cell.from; place < cell.to; place++) {
    const exact = decimals.size === 0 ? undefined : decimals.get(place);
    sums.add(numbers[place] ?? 0, 0, amounts[place] ?? 0, exact === undefined ? undefined : new Exact(exact));
  }
  for (const counter of COUNTERS) sums.add(rowOfPart(counter), 0, cell[counter]);
}
