/** Longer runs are not taken apart: the readings grow with every digit. */
const LONGEST = 32;
/** Digits of the largest figure. */
const MOST_DIGITS = 9;
const MOST_READINGS = 2;

/**
 * Takes apart the figures of a row that were run together (规章000). A figure has no leading zero, so that most zeros
 * stand alone; where figures remain that could be cut in several ways, their total may decide.
 * @param totalled whether the last figure is the sum of the others
 * @returns the figures, or null unless exactly one reading is possible
 */
export function splitDigits(digits: string, count: number, totalled: boolean): string[] | null {
  // Without a total a blank cell, which leaves no trace, could stand anywhere: only a row of zeros has one reading.
  if (!totalled) return digits.length === count && /^0+$/.test(digits) ? digits.split('') : null;
  if (digits.length > LONGEST || digits.length < count) return null;
  /** Where each figure begins. */
  const readings: number[][] = [];
  /** Reads the figures from a digit on up to a total, of which some is left: the last of them is just that. */
  const read = (at: number, total: string, rest: number, cuts: readonly number[]): void => {
    const [end, left] = [digits.length - total.length, count - 1 - cuts.length];
    const [room, last] = [end - at, String(rest)];
    if (readings.length >= MOST_READINGS || room < left || room > left * total.length) return;
    if (left === 1) {
      if (last.length === room && digits.startsWith(last, at)) readings.push([...cuts, at, end]);
      return;
    }
    const most = digits[at] === '0' ? 1 : Math.min(total.length, room - (left - 1));
    let figure = 0;
    for (let next = at + 1; next <= at + most; next++) {
      figure = figure * 10 + Number(digits[next - 1]);
      if (figure > rest) return;
      read(next, total, rest - figure, [...cuts, at]);
    }
  };
  for (let length = 1; length <= Math.min(MOST_DIGITS, digits.length - count + 1); length++) {
    const total = digits.slice(-length);
    if (length === 1 || !total.startsWith('0')) read(0, total, Number(total), []);
  }
  const [reading, other] = readings;
  return reading && !other ? reading.map((start, figure) => digits.slice(start, reading[figure + 1])) : null;
}
