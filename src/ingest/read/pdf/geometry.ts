/** A point of a page as one reads it: x to the right, y downwards, in points (1/72 inch). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle of a page; left <= right, top <= bottom. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A printed character. */
export interface Glyph {
  readonly text: string;
  /** Where its ink is: decides which cell it is in. */
  readonly center: Point;
  /** The base line it stands on: decides which line it is in. */
  readonly baseline: number;
  /** Left and right end of its advance: decide which blanks are between characters. */
  readonly left: number;
  readonly right: number;
  /** Size of the print. */
  readonly size: number;
  /** The same for all that a program printed in one go with it. */
  readonly object: number;
  /** True where a page before it prints the same at its top or bottom. */
  readonly isAgain?: boolean;
  /** True where it is beyond the upper or lower edge of its page: in a table it can't be read. */
  readonly isCut?: boolean;
}

/** A straight ruling line, horizontal or vertical. */
export interface Rule {
  readonly horizontal: boolean;
  /** y of a horizontal, x of a vertical rule. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What a page holds that matters here. */
export interface PageContent {
  /** Number of the page, from 1. */
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
}
