import type { Glyph } from './geometry.js';

/** Share of the size by which digits of one figure stand apart at most. */
const NEAR = 0.12;
/** So many digits must be printed in one go with the one before them, for each that is not. */
const WHOLE = 10;
const DIGIT = /^\d$/;

/** Whether two digits that touch were printed apart. */
export const isSeam = (last: Glyph, glyph: Glyph): boolean =>
  DIGIT.test(last.text) &&
  DIGIT.test(glyph.text) &&
  last.object !== glyph.object &&
  Math.abs(glyph.left - last.right) <= NEAR * glyph.size;

/**
 * What was printed in one go, of a page whose figures are: there digits that touch and were printed apart may be figures of
 * two cells. Some programs print each digit by itself, and nothing is told by it.
 */
export function withoutObjects(glyphs: readonly Glyph[]): readonly Glyph[] {
  let [whole, seams] = [0, 0];
  let last: Glyph | undefined;
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    if (last && DIGIT.test(last.text) && DIGIT.test(glyph.text) && last.baseline === glyph.baseline) {
      if (isSeam(last, glyph)) seams++;
      else if (last.object === glyph.object) whole++;
    }
    last = glyph;
  }
  return whole >= WHOLE * Math.max(1, seams) ? glyphs : glyphs.map((glyph) => ({ ...glyph, object: 0 }));
}
