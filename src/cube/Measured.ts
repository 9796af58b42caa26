import { Decimal } from 'decimal.js';
import type { Scope } from '../catalog/forms.js';
import { ALL_KINDS, type Column, type Measure } from './Column.js';
import type { Columns } from './Columns.js';
import type { Slice } from './Slice.js';

/** One measure of the reports of a scope, read from its columns. */
export class Measured {
  /** Looked up once. */
  #whole: Column | null = null;
  #byKind: readonly Column[] | null = null;

  constructor(
    private readonly columns: Columns,
    private readonly measure: Measure,
    private readonly scope: Scope,
  ) {}

  in(slice: Slice): number {
    if (slice.place >= 0) return this.#column(slice.kind).at(slice.place);
    let sum = 0;
    for (const kind of slice.kinds) sum += this.#column(kind).sum(slice.rows, slice.from, slice.to);
    return sum;
  }

  /** A measure that may be no whole number. */
  exactlyIn({ rows, kinds, from, to }: Slice): string {
    return kinds.reduce((sum, kind) => sum.plus(this.#column(kind).exact(rows, from, to)), new Decimal(0)).toFixed();
  }

  #column(kind: number): Column {
    if (kind === ALL_KINDS) return (this.#whole ??= this.columns.whole(this.measure, this.scope));
    this.#byKind ??= this.columns.byKind(this.measure, this.scope);
    const column = this.#byKind[kind];
    if (column === undefined) throw new RangeError(`there is no kind of agency of number ${kind}`);
    return column;
  }
}
