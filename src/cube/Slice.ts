import type { AgencyKind } from '../catalog/agencyKinds.js';
import { ALL_KINDS, type Span } from './Column.js';
import type { RowNumber } from './DivisionTree.js';

/** Rows and kinds of agency that are summed in a group, in whatever years, with what the group is known by. */
export class Cut {
  /** Of one row and kind the place of the first year in the columns of that kind; -1 for any other. */
  readonly place: number;
  /** That kind. */
  readonly kind: number;

  /** @param kinds numbers of kinds of agency, or `ALL_KINDS` alone */
  constructor(
    readonly span: Span,
    readonly rows: readonly RowNumber[],
    readonly kinds: readonly number[],
    readonly divisionCode: string | null,
    readonly agencyKind: AgencyKind | null,
  ) {
    const isOne = rows.length === 1 && kinds.length === 1;
    this.place = isOne ? (rows[0] ?? 0) * (span.to - span.from + 1) : -1;
    this.kind = kinds[0] ?? ALL_KINDS;
  }
}

/** Where a group stands in the columns: a cut, from one year to another. */
export class Slice {
  /** Of one row, kind and year the place in the columns of that kind; -1 for any other slice. */
  readonly place: number;

  constructor(
    readonly cut: Cut,
    readonly from: number,
    readonly to: number,
  ) {
    const { place, span } = cut;
    this.place = place >= 0 && from === to && from >= span.from && to <= span.to ? place + from - span.from : -1;
  }

  /** The same in other years. */
  in(from: number, to: number): Slice {
    return new Slice(this.cut, from, to);
  }
}
