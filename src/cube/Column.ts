import { Decimal } from 'decimal.js';
import type { Counter } from './CellStore.js';
import type { RowNumber } from './DivisionTree.js';

/** What a column holds of each row and year: a fact by its number, a count of reports, or agency-years on the roster. */
export type Measure = number | Counter | 'expected';

/** All kinds of agency together. */
export const ALL_KINDS = -1;

/** Years that columns hold, from one to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

function safeInteger(sum: Decimal): number {
  const value = sum.toNumber();
  if (!Number.isSafeInteger(value)) throw new RangeError(`${sum.toFixed()} is beyond the safe integers`);
  return value;
}

/** Places of a page, as a power of two: what nothing was added to takes no memory. */
const PAGE_BITS = 9;
const PAGE = 1 << PAGE_BITS;
const PAGE_BYTES = PAGE * Float64Array.BYTES_PER_ELEMENT;

/** Sums of one measure by row and year, exact: those that are no safe integers are kept as decimals beside. */
export class Column {
  readonly #pages: (Float64Array | undefined)[];
  readonly #decimals = new Map<number, Decimal>();
  readonly #years: number;

  constructor(
    rows: number,
    private readonly span: Span,
  ) {
    this.#years = span.to - span.from + 1;
    this.#pages = Array.from({ length: Math.ceil((rows * this.#years) / PAGE) });
  }

  get bytes(): number {
    return this.#pages.filter((page) => page !== undefined).length * PAGE_BYTES + this.#decimals.size * 200;
  }

  /** @param decimal the amount where it is no safe integer */
  add(row: RowNumber, year: number, amount: number, decimal?: Decimal): void {
    const place = row * this.#years + year - this.span.from;
    const known = this.#decimals.get(place);
    const sum = this.#at(place) + amount;
    if (known === undefined && decimal === undefined && Number.isSafeInteger(sum)) this.#set(place, sum);
    else this.#decimals.set(place, (known ?? new Decimal(this.#at(place))).plus(decimal ?? new Decimal(amount)));
  }

  /** The sum at one place: row × years + year, counted from the first. @throws RangeError as `sum` */
  at(place: number): number {
    if (this.#decimals.size > 0) {
      const exact = this.#decimals.get(place);
      if (exact !== undefined) return safeInteger(exact);
    }
    return this.#at(place);
  }

  /**
   * The sum over rows and the years from one to another, within the span or not.
   * @throws RangeError where it is no safe integer
   */
  sum(rows: readonly RowNumber[], from: number, to: number): number {
    if (this.#decimals.size > 0) return safeInteger(this.exact(rows, from, to));
    const first = Math.max(from, this.span.from) - this.span.from;
    const last = Math.min(to, this.span.to) - this.span.from;
    let sum = 0;
    for (const row of rows)
      for (let place = row * this.#years + first; place <= row * this.#years + last; place++) sum += this.#at(place);
    return sum;
  }

  /** The same, whatever its size and decimals. */
  exact(rows: readonly RowNumber[], from: number, to: number): Decimal {
    let sum = new Decimal(0);
    for (const row of rows)
      for (let year = Math.max(from, this.span.from); year <= Math.min(to, this.span.to); year++) {
        const place = row * this.#years + year - this.span.from;
        sum = sum.plus(this.#decimals.get(place) ?? this.#at(place));
      }
    return sum;
  }

  #at(place: number): number {
    return this.#pages[place >> PAGE_BITS]?.[place & (PAGE - 1)] ?? 0;
  }

  #set(place: number, sum: number): void {
    const number = place >> PAGE_BITS;
    let page = this.#pages[number];
    if (page === undefined) {
      page = new Float64Array(PAGE);
      this.#pages[number] = page;
    }
    page[place & (PAGE - 1)] = sum;
  }
}
