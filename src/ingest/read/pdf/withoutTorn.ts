import type { Glyph, Point } from './geometry.js';
import { UNKNOWN } from './readGlyphs.js';

/** Share of the size by which characters of one figure stand apart at most, beyond what letters are spaced. */
const NEAR = 0.05;
/** Share of the size by which their base lines differ. */
const UNEVEN = 0.05;
const PART = /^[\d.,]$/;

/** Whether a character follows another without a gap. */
const follows = (last: Glyph, glyph: Glyph, spacing: number): boolean =>
  Math.abs(glyph.baseline - last.baseline) <= UNEVEN * glyph.size &&
  glyph.left - last.right - spacing <= NEAR * glyph.size;

/**
 * Characters of which those are UNKNOWN that stand in another cell than their neighbors of the same figure: a figure too long
 * for its cell runs over the line, and neither what is left of it nor what it adds to is a figure.
 * @param cellAt the cell at a point, undefined outside of any
 */
export function withoutTorn(glyphs: readonly Glyph[], spacing: number, cellAt: (point: Point) => unknown): Glyph[] {
  const torn = new Set<Glyph>();
  let last: Glyph | null = null;
  const parts = glyphs.filter(({ text }) => PART.test(text));
  for (const glyph of parts.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    if (last && follows(last, glyph, spacing) && cellAt(last.center) !== cellAt(glyph.center))
      torn.add(last).add(glyph);
    last = glyph;
  }
  return glyphs.map((glyph) => (torn.has(glyph) ? { ...glyph, text: UNKNOWN } : glyph));
}
