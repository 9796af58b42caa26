import type { PlacedWord } from '../../types.js';

/** A word of a table without ruling lines. */
export interface Placed extends PlacedWord {
  /** Its base line as if the pages were one strip. */
  readonly at: number;
}

/** From where to where something reaches across the page, in points. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** No page is so high, in points. */
const PAGE = 100_000;

export const toPlaced = (word: PlacedWord): Placed => ({ ...word, at: word.page * PAGE + word.baseline });

/** Whether one stands above the other. */
export const overlap = (a: Span, b: Span): boolean => a.left < b.right && b.left < a.right;

export const spanOf = (words: readonly Span[]): Span => ({
  left: Math.min(...words.map(({ left }) => left)),
  right: Math.max(...words.map(({ right }) => right)),
});
