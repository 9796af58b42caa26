import type { Glyph } from './geometry.js';
import { layLines, type Line } from './layLines.js';

/** Share of the size by which characters that stand above each other may be off. */
const UNEVEN = 0.5;

/** Whether text runs from top to bottom, in more than one column: told by the order in which it was set. */
export function isVertical(glyphs: readonly Glyph[]): boolean {
  let [down, across, columns] = [0, 0, 1];
  let last: Glyph | null = null;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    if (last !== null) {
      const [dx, dy] = [glyph.center.x - last.center.x, glyph.center.y - last.center.y];
      const near = UNEVEN * glyph.size;
      if (Math.abs(dx) < near && dy > near) down += 1;
      else if (dx < -near && dy < -near) columns += 1;
      else across += 1;
    }
    last = glyph;
  }
  return columns > 1 && down > across;
}

/** The columns of vertical text as lines, from right to left. */
export function layColumns(glyphs: readonly Glyph[]): Line[] {
  const turned = glyphs.map((glyph): Glyph => ({
    ...glyph,
    center: { x: glyph.center.y, y: -glyph.center.x },
    baseline: -glyph.center.x,
    left: glyph.center.y - glyph.size / 2,
    right: glyph.center.y + glyph.size / 2,
  }));
  return layLines(turned, 0);
}
