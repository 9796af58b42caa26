import type { AgencyKind } from '../catalog/agencyKinds.js';
import { writeCursor } from '../arguments/cursor.js';
import type { ColumnCoverage, GroupRow } from '../queries/totals/groupRows.js';
import type { Missing } from '../queries/totals/missing.js';
import type { Rootless } from '../queries/totals/selection.js';
import type { Order } from '../queries/totals/sortKey.js';
import { listOf } from './listOf.js';
import type { TotalsRoot } from './TotalsQuestion.js';
import type { TotalKind } from './TotalsSource.js';

/** What names a group for a further question about it. */
export interface GroupPlace extends Pick<TotalsRoot, 'of'> {
  readonly selection: Rootless;
  readonly key: string;
}

/** How the groups of a question were asked for. */
export interface GroupsAsked extends Pick<TotalsRoot, 'of'> {
  readonly selection: Rootless;
  /** Rows of a form among them. */
  readonly groupBy: readonly string[];
  readonly kind: TotalKind;
  readonly order: Order;
}

/** A group as the API gives it, whatever is added up: each field is worked out when it is asked for. */
export abstract class GroupView<Code extends string, Sum> {
  constructor(
    protected readonly row: GroupRow<Code, Sum>,
    protected readonly asked: GroupsAsked,
  ) {}

  get year(): number | null {
    return this.row.year;
  }

  get divisionCode(): string | null {
    return this.row.divisionCode;
  }

  get agencyId(): number | null {
    return this.row.agencyId;
  }

  get agencyKind(): AgencyKind | null {
    return this.row.agencyKind;
  }

  get cursor(): string {
    const { kind, selection, order } = this.asked;
    return writeCursor(listOf(kind, selection, order), this.row.cursor);
  }

  get missing(): Missing | null {
    return this.row.missing;
  }

  get place(): GroupPlace {
    const { of, selection } = this.asked;
    return { of, selection, key: this.row.key };
  }

  coverageOf(column: number): ColumnCoverage {
    return this.row.coverage(column);
  }

  /** What is grouped by, and null where it is not. */
  protected grouped<Value>(dimension: string, value: Value): Value | null {
    return this.asked.groupBy.includes(dimension) ? value : null;
  }
}
