import type { ColumnCoverage, GroupRow } from '../queries/totals/groups.js';
import type { Figures } from './Figures.js';
import type { Member } from './Groups.js';
import type { Slice } from './Slice.js';
import type { RowOrder } from './RowOrder.js';

/** What the rows of one root have in common. */
interface RowsOfRoot {
  readonly root: string | null;
  readonly order: RowOrder;
  readonly groups: number;
  together: number;
}

/** A group with one code, read from the cube field by field, as it is asked for. */
export class CubeRow<Code extends string, Sum> implements GroupRow<Code, Sum> {
  constructor(
    private readonly common: RowsOfRoot,
    private readonly member: Member,
    private readonly figures: Figures<Sum>,
    readonly code: Code,
  ) {}

  readonly agencyId = null;

  get root(): string | null {
    return this.common.root;
  }

  get year(): number | null {
    return this.member.year;
  }

  get divisionCode(): string | null {
    return this.member.divisionCode;
  }

  get agencyKind(): Member['agencyKind'] {
    return this.member.agencyKind;
  }

  /** As `keyOf` of the statements has it. */
  get key(): string {
    const { year, divisionCode, agencyKind } = this.member;
    return [this.root, year, divisionCode, null, agencyKind].map((value) => value ?? '').join('|');
  }

  get total(): Sum | null {
    return this.figures.total(this.member.slice);
  }

  get before(): Sum | null {
    const slice = this.#yearBefore();
    return slice && this.figures.total(slice);
  }

  get sumOfParts(): number | null {
    return this.figures.sumOfParts(this.member.slice);
  }

  get disagreeing(): number {
    return this.figures.disagreeing(this.member.slice);
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
    return this.figures.sum(this.member.slice, column);
  }

  /** The same of the year before; null where years are not grouped by. */
  sumBefore(column: number): Sum | null {
    const slice = this.#yearBefore();
    return slice && this.figures.sum(slice, column);
  }

  coverage(column: number): ColumnCoverage {
    return this.figures.coverage(this.member.slice, column);
  }

  #yearBefore(): Slice | null {
    const { year, slice } = this.member;
    return year === null ? null : slice.in(year - 1, year - 1);
  }
}
