import { Exact } from '../Exact.js';
import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import type { Scope } from '../catalog/forms.js';
import { ALL_KINDS, type Column } from './Column.js';
import type { Columns } from './Columns.js';
import type { Gathered } from './Gathered.js';
import type { Measure } from './Measure.js';
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
  #isInColumns = false;
  /** Of the allowance, when that was last seen. */
  #turn = 0;

  /** @param gathered what it is read from where its columns are not there and would be too many; null: never */
  constructor(
    private readonly columns: Columns,
    private readonly measure: Measure,
    private readonly scope: Scope,
    private readonly gathered: Gathered | null,
  ) {
    this.#state = columns.state;
  }

  in(slice: Slice): number {
    const gathered = this.#gatheredFor(slice);
    if (gathered !== null) return gathered.in(slice, this.measure);
    const { cut, place, from, to } = slice;
    if (place >= 0) return this.#column(cut.kind).at(place);
    let sum = 0;
    for (const kind of cut.kinds) sum += this.#column(kind).sum(cut.rows, from, to);
    return sum;
  }

  /** A measure that may be no whole number. */
  exactlyIn(slice: Slice): string {
    const gathered = this.#gatheredFor(slice);
    if (gathered !== null) return gathered.exactlyIn(slice, this.measure).toFixed();
    const { cut, from, to } = slice;
    const sum = cut.kinds.reduce((sum, kind) => sum.plus(this.#column(kind).exact(cut.rows, from, to)), new Exact(0));
    return sum.toFixed();
  }

  /** What it is gathered in; null: it stands in columns. Slices of one question are all of one kind each, or of all. */
  #gatheredFor({ cut }: Slice): Gathered | null {
    if (this.columns.state !== this.#state) throw new Error('the totals have moved on');
    if (this.gathered === null || this.#isInColumns) return null;
    const { turn } = this.gathered.allowance;
    if (turn !== this.#turn) {
      this.#turn = turn;
      this.#isInColumns = this.#mayBeInColumns(this.gathered, cut.kind !== ALL_KINDS);
    }
    return this.#isInColumns ? null : this.gathered;
  }

  #mayBeInColumns({ allowance }: Gathered, byKind: boolean): boolean {
    const { measure, scope } = this;
    return this.columns.has({ measure, scope, byKind }) || allowance.take(byKind ? AGENCY_KIND_CODES.length : 1);
  }

  #column(kind: number): Column {
    if (kind === ALL_KINDS) return (this.#whole ??= this.columns.whole(this.measure, this.scope));
    this.#byKind ??= this.columns.byKind(this.measure, this.scope);
    const column = this.#byKind[kind];
    if (column === undefined) throw new RangeError(`there is no kind of agency of number ${kind}`);
    return column;
  }
}
