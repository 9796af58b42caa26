import type { Decimal } from 'decimal.js';
import { Exact } from '../Exact.js';
import type { RowNumber } from './DivisionTree.js';
import { safeInteger } from './safeInteger.js';

/** All kinds of agency together. */
export const ALL_KINDS = -1;

/** Years that columns hold, from one to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Places of a page, as a power of two: what nothing was added to takes no memory. */
const PAGE_BITS = 9;
const PAGE = 1 << PAGE_BITS;
const PAGE_BYTES = PAGE * Float64Array.BYTES_PER_ELEMENT;

/** What stands in the place of a sum that is no safe integer. */
const BESIDE = NaN;

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
    this.#add(this.#placeOf(row, year), decimal ?? amount);
  }

  /** Adds the sums of another column of the same rows and years, or takes them off. */
  addAll(other: Column, sign: 1 | -1): void {
    for (const [number, page] of other.#pages.entries()) {
      if (page === undefined) continue;
      for (let place = number * PAGE; place < (number + 1) * PAGE; place++) {
        const sum = page[place % PAGE] ?? 0;
        if (Number.isNaN(sum)) this.#add(place, other.#exactly(place).times(sign));
        else if (sum !== 0) this.#add(place, sign * sum);
      }
    }
  }

  /** The sum at one place: row × years + year, counted from the first. @throws RangeError as `sum` */
  at(place: number): number {
    const sum = this.near(place);
    return Number.isNaN(sum) ? safeInteger(this.#exactly(place)) : sum;
  }

  /** The same; not a number where it is no safe integer. */
  near(place: number): number {
    return this.#pages[place >> PAGE_BITS]?.[place & (PAGE - 1)] ?? 0;
  }

  /**
   * The sum over rows and the years from one to another, within the span or not.
   * @throws RangeError where it is no safe integer
   */
  sum(rows: readonly RowNumber[], from: number, to: number): number {
    const first = Math.max(from, this.span.from);
    const last = Math.min(to, this.span.to);
    let sum = 0;
    for (const row of rows) for (let year = first; year <= last; year++) sum += this.near(this.#placeOf(row, year));
    return Number.isSafeInteger(sum) ? sum : safeInteger(this.exact(rows, from, to));
  }

  /** The same, whatever its size and decimals. */
  exact(rows: readonly RowNumber[], from: number, to: number): Decimal {
    let sum = new Exact(0);
    for (const row of rows)
      for (let year = Math.max(from, this.span.from); year <= Math.min(to, this.span.to); year++)
        sum = sum.plus(this.#exactly(this.#placeOf(row, year)));
    return sum;
  }

  #placeOf(row: RowNumber, year: number): number {
    return row * this.#years + year - this.span.from;
  }

  #exactly(place: number): Decimal {
    return this.#decimals.get(place) ?? new Exact(this.near(place));
  }

  #add(place: number, amount: number | Decimal): void {
    const sum = typeof amount === 'number' ? this.near(place) + amount : BESIDE;
    if (Number.isSafeInteger(sum)) return this.#set(place, sum);
    this.#decimals.set(place, this.#exactly(place).plus(amount));
    this.#set(place, BESIDE);
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
