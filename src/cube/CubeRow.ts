import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { ColumnCoverage, GroupRow } from '../queries/totals/groupRows.js';
import type { Missing } from '../queries/totals/missing.js';
import type { Figures } from './Figures.js';
import type { Slice } from './Slice.js';
import type { RowOrder } from './RowOrder.js';

/** What the rows of one root have in common. */
interface RowsOfRoot {
  readonly root: string | null;
  readonly order: RowOrder;
  /** Whether each is of one year. */
  readonly isByYear: boolean;
  readonly groups: number;
  readonly missingFrom: (slice: Slice) => Missing;
  together: number;
}

/** A group with one code, read from the cube field by field, as it is asked for. */
export class CubeRow<Code extends string, Sum> implements GroupRow<Code, Sum> {
  constructor(
    private readonly common: RowsOfRoot,
    private readonly slice: Slice,
    private readonly figures: Figures<Sum>,
    readonly code: Code,
  ) {}

  readonly agencyId = null;

  get root(): string | null {
    return this.common.root;
  }

  get year(): number | null {
    return this.common.isByYear ? this.slice.from : null;
  }

  get divisionCode(): string | null {
    return this.slice.cut.divisionCode;
  }

  get agencyKind(): AgencyKind | null {
    return this.slice.cut.agencyKind;
  }

  /** As `keyOf` of the statements has it. */
  get key(): string {
    const { root, year, divisionCode, agencyKind } = this;
    return [root, year, divisionCode, null, agencyKind].map((value) => value ?? '').join('|');
  }

  get total(): Sum | null {
    return this.figures.total(this.slice);
  }

  get before(): Sum | null {
    const slice = this.#yearBefore();
    return slice && this.figures.total(slice);
  }

  get sumOfParts(): number | null {
    return this.figures.sumOfParts(this.slice);
  }

  get disagreeing(): number {
    return this.figures.disagreeing(this.slice);
  }

  get missing(): Missing {
    return this.common.missingFrom(this.slice);
  }

  get cursor(): readonly unknown[] {
    return this.common.order.cursorOf(this);
  }

  get groups(): number {
    return this.common.groups;
  }

  get together(): number {
    return this.common.together;
  }

  /** Says of all rows of the root how many they are with those of all others. */
  countTogether(rows: number): void {
    this.common.together = rows;
  }

  sum(column: number): Sum | null {
    return this.figures.sum(this.slice, column);
  }

  /** The same of the year before; null where years are not grouped by. */
  sumBefore(column: number): Sum | null {
    const slice = this.#yearBefore();
    return slice && this.figures.sum(slice, column);
  }

  coverage(column: number): ColumnCoverage {
    return this.figures.coverage(this.slice, column);
  }

  #yearBefore(): Slice | null {
    const { year } = this;
    return year === null ? null : this.slice.in(year - 1, year - 1);
  }
}
