import { ALL_KINDS, type Span } from './Column.js';
import type { RowNumber } from './DivisionTree.js';

/** Where a group stands in the columns: which rows, kinds and years are summed. */
export class Slice {
  /** Of one row, year and kind the place in the columns of that kind; -1 for any other slice. */
  readonly place: number;
  /** That kind. */
  readonly kind: number;

  /** @param kinds numbers of kinds of agency, or `ALL_KINDS` alone */
  constructor(
    private readonly span: Span,
    readonly rows: readonly RowNumber[],
    readonly kinds: readonly number[],
    readonly from: number,
    readonly to: number,
  ) {
    const isOne = from === to && rows.length === 1 && kinds.length === 1 && from >= span.from && to <= span.to;
    this.place = isOne ? (rows[0] ?? 0) * (span.to - span.from + 1) + from - span.from : -1;
    this.kind = kinds[0] ?? ALL_KINDS;
  }

  /** The same in other years. */
  in(from: number, to: number): Slice {
    return new Slice(this.span, this.rows, this.kinds, from, to);
  }
}
