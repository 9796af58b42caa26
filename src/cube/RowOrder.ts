import { AGENCY_KIND_CODES, type AgencyKind } from '../catalog/agencyKinds.js';
import type { Page } from '../queries/totals/page.js';
import type { Rootless } from '../queries/totals/selection.js';
import type { Order } from '../queries/totals/sortKey.js';
import type { CubeRow } from './CubeRow.js';

type Row = CubeRow<string, unknown>;
type Value = number | string;
/** A value that rows are ordered by: what a cursor says, and what is compared. */
interface SortValue {
  readonly of: (row: Row) => Value;
  /** What stands in a cursor as a number or text that is compared as it is; kinds by their place in the list. */
  readonly rank?: (value: unknown) => Value;
}

const BY_TOTAL: Readonly<Record<Order, readonly SortValue[]>> = {
  NATURAL: [],
  TOTAL_ASC: [{ of: ({ total }) => Number(total === null) }, { of: ({ total }) => Number(total ?? 0) }],
  TOTAL_DESC: [{ of: ({ total }) => Number(total === null) }, { of: ({ total }) => 0 - Number(total ?? 0) }],
};

const rankOfKind = (kind: unknown): number => AGENCY_KIND_CODES.indexOf(kind as AgencyKind);

/** The same values in the same order as `sortKey` has them in the database. */
function sortValues({ groupBy }: Rootless, order: Order, ordinal: (code: string) => number): readonly SortValue[] {
  const has = (...dimensions: readonly string[]): boolean => groupBy.some((by) => dimensions.includes(by));
  return [
    ...BY_TOTAL[order],
    ...(has('YEAR') ? [{ of: ({ year }: Row) => year ?? 0 }] : []),
    ...(has('NATION', 'PROVINCE', 'CITY', 'COUNTY') ? [{ of: ({ divisionCode }: Row) => divisionCode ?? '~' }] : []),
    ...(has('AGENCY_KIND') ? [{ of: ({ agencyKind }: Row) => agencyKind ?? '', rank: rankOfKind }] : []),
    { of: ({ code }) => ordinal(code) },
  ];
}

/** How rows of a question are ordered, and where a page of them begins. */
export class RowOrder {
  readonly #values: readonly SortValue[];
  readonly #isNatural: boolean;

  constructor(selection: Rootless, { order }: Page, codes: readonly string[]) {
    // Counted from 1, as the database does.
    this.#values = sortValues(selection, order, (code) => codes.indexOf(code) + 1);
    this.#isNatural = order === 'NATURAL';
  }

  /** Of a row, the values that its cursor holds. */
  cursorOf(row: Row): readonly unknown[] {
    return this.#values.map(({ of }) => of(row));
  }

  /** @param rows in natural order */
  sort<R extends Row>(rows: readonly R[]): readonly R[] {
    if (this.#isNatural) return rows;
    return rows
      .map((row) => ({ row, key: this.#key(this.cursorOf(row)) }))
      .sort((one, other) => compare(one.key, other.key))
      .map(({ row }) => row);
  }

  /** Those behind a cursor. */
  behind<R extends Row>(rows: readonly R[], after: Page['after']): readonly R[] {
    if (after === null) return rows;
    const key = this.#key(after);
    return rows.filter((row) => compare(this.#key(this.cursorOf(row)), key) > 0);
  }

  #key(cursor: readonly unknown[]): readonly Value[] {
    return this.#values.map(({ rank }, place) => rank?.(cursor[place]) ?? (cursor[place] as Value));
  }
}

function compare(one: readonly Value[], other: readonly Value[]): number {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? 0;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
