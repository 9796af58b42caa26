import type { Placed } from './Placed.js';

/** For each column the word in it, null where it is blank. */
export type Cells = readonly (Placed | null)[];

/** Share of the size up to which digits that stand apart are one figure, if they are in one cell. */
const NEAR = 0.3;

/** Whether digits in one cell go on in others: set a little wider than digits are. */
const goesOn = (left: Placed, right: Placed): boolean =>
  /^\d+$/.test(left.text) &&
  /^\d+$/.test(right.text) &&
  Math.abs(left.at - right.at) < NEAR * left.size &&
  Math.abs(right.left - left.right) <= NEAR * left.size;

/**
 * Puts the words of a row into its columns.
 * @param columnOf the column of a word, null where that is not certain
 */
export function inColumns(
  words: readonly Placed[],
  width: number,
  columnOf: (word: Placed) => number | null,
): Cells | 'UNCERTAIN' | 'TORN' {
  const cells = Array.from<Placed | null>({ length: width }).fill(null);
  for (const word of words.toSorted((a, b) => a.left - b.left)) {
    const column = columnOf(word);
    if (column === null) return 'UNCERTAIN';
    const before = cells[column] ?? null;
    if (before && !goesOn(before, word)) return 'TORN';
    cells[column] = before ? { ...before, text: before.text + word.text, right: word.right } : word;
  }
  return cells;
}
