import { Decimal } from 'decimal.js';
import type { Scope } from '../catalog/forms.js';
import { ALL_KINDS, type Column, type Measure } from './Column.js';
import type { Columns } from './Columns.js';
import type { Slice } from './Slice.js';

/**
 * One measure of the reports of a scope, read from its columns as they were when it was made. @throws Error where they
 * have moved on: a place in them may be another one now, and half an answer of one state and half of another is none
 */
export class Measured {
  readonly #state: number;
  /** Looked up once. */
  #whole: Column | null = null;
  #byKind: readonly Column[] | null = null;

  constructor(
    private readonly columns: Columns,
    private readonly measure: Measure,
    private readonly scope: Scope,
  ) {
    this.#state = columns.state;
  }

  in(slice: Slice): number {
    const { cut, place, from, to } = slice;
    if (place >= 0) return this.#column(cut.kind).at(place);
    let sum = 0;
    for (const kind of cut.kinds) sum += this.#column(kind).sum(cut.rows, from, to);
    return sum;
  }

  /** A measure that may be no whole number. */
  exactlyIn({ cut: { rows, kinds }, from, to }: Slice): string {
    return kinds.reduce((sum, kind) => sum.plus(this.#column(kind).exact(rows, from, to)), new Decimal(0)).toFixed();
  }

  #column(kind: number): Column {
    if (this.columns.state !== this.#state) throw new Error('the totals have moved on');
    if (kind === ALL_KINDS) return (this.#whole ??= this.columns.whole(this.measure, this.scope));
    this.#byKind ??= this.columns.byKind(this.measure, this.scope);
    const column = this.#byKind[kind];
    if (column === undefined) throw new RangeError(`there is no kind of agency of number ${kind}`);
    return column;
  }
}
