/** Longer runs are not taken apart: the readings grow with every digit. */
const LONGEST = 40;
const MOST_READINGS = 2;

/**
 * Takes apart the figures of a row that were run together (规章000). A figure has no leading zero, so that most zeros
 * stand alone; where figures remain that could be cut in several ways, the row's own balance may decide.
 * @param balanced whether a reading satisfies the balance of the row; null where the row has none
 * @returns the figures, or null unless exactly one reading is possible
 */
export function splitDigits(
  digits: string,
  count: number,
  balanced: ((figures: readonly number[]) => boolean) | null,
): string[] | null {
  // Without a balance a blank cell, which leaves no trace, could stand anywhere: only a row of zeros has one reading.
  if (balanced === null) return digits.length === count && /^0+$/.test(digits) ? digits.split('') : null;
  if (digits.length > LONGEST || digits.length < count) return null;
  const readings: string[][] = [];
  const read = (at: number, figures: readonly string[]): void => {
    if (readings.length >= MOST_READINGS) return;
    const left = count - figures.length;
    if (left === 0) {
      if (at === digits.length && balanced(figures.map(Number))) readings.push([...figures]);
      return;
    }
    const most = digits[at] === '0' ? 1 : Math.min(9, digits.length - at - (left - 1));
    for (let length = 1; length <= most; length++) read(at + length, [...figures, digits.slice(at, at + length)]);
  };
  read(0, []);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}
