/** The facts of many cells, one after another: numbers of `FACTS` ascending within a cell, and the amount of each. */
export interface Facts {
  readonly numbers: Int16Array;
  readonly amounts: Float64Array;
  /** By its place the exact decimal of each amount that is no safe integer, and so only near to what stands there. */
  readonly decimals: ReadonlyMap<number, string>;
}

const COMMA = 44;
const MINUS = 45;
const ZERO = 48;

/** So many digits make a safe integer, whichever they are. */
const SAFE_DIGITS = 15;

const isDigit = (code: number): boolean => code >= ZERO && code < ZERO + 10;

/**
 * Takes the texts of arrays apart, digit by digit, into two long arrays: of a nation there are millions of facts, and a
 * string or a list for each cell costs several times as much.
 */
export class FactReader {
  #numbers = new Int16Array(1 << 10);
  #amounts = new Float64Array(1 << 10);
  readonly #decimals = new Map<number, string>();
  /** How many facts were read. */
  length = 0;

  /** Reads the facts of a cell as the database prints them, e.g. `{6,28}` and `{60,0.25}`. */
  read(numbers: string, amounts: string): void {
    if (numbers.length <= 2) return;
    this.#reserve(this.length + numbers.length);
    const from = this.length;
    let value = 0;
    for (let at = 1; at < numbers.length; at++) {
      const code = numbers.charCodeAt(at);
      if (isDigit(code)) value = value * 10 + code - ZERO;
      else {
        this.#numbers[this.length++] = value;
        value = 0;
      }
    }
    let at = 1;
    for (let place = from; place < this.length; place++) at = this.#readAmount(amounts, at, place) + 1;
  }

  /** @returns where the amount ends */
  #readAmount(text: string, from: number, place: number): number {
    const isNegative = text.charCodeAt(from) === MINUS;
    let at = isNegative ? from + 1 : from;
    let value = 0;
    let code = text.charCodeAt(at);
    for (; isDigit(code); code = text.charCodeAt(++at)) value = value * 10 + code - ZERO;
    if ((code === COMMA || at === text.length - 1) && at - from <= SAFE_DIGITS) {
      this.#amounts[place] = isNegative ? -value : value;
      return at;
    }
    const comma = text.indexOf(',', at);
    const end = comma < 0 ? text.length - 1 : comma;
    const exact = text.slice(from, end);
    this.#amounts[place] = Number(exact);
    this.#decimals.set(place, exact);
    return end;
  }

  #reserve(length: number): void {
    if (length <= this.#numbers.length) return;
    const size = Math.max(length, this.#numbers.length * 2);
    const numbers = new Int16Array(size);
    numbers.set(this.#numbers);
    this.#numbers = numbers;
    const amounts = new Float64Array(size);
    amounts.set(this.#amounts);
    this.#amounts = amounts;
  }

  /** Copies, so that what is kept of few facts is no larger than they are. */
  done(): Facts {
    return {
      numbers: this.#numbers.slice(0, this.length),
      amounts: this.#amounts.slice(0, this.length),
      decimals: this.#decimals,
    };
  }
}
