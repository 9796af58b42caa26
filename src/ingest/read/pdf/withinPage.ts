import type { Pdfium } from '../../pdfium.js';
import type { Box, Glyph, Rule } from './geometry.js';
import type { Turn } from './readGlyphs.js';

/** How far beyond the edge of a page a line on it may be drawn; in points. */
const SLACK = 1;

/** The edges of a page. `scratch` points to 64 free bytes. */
export function edgesOf(pdfium: Pdfium, page: number, turn: Turn, scratch: number): Box {
  if (pdfium.FPDF_GetPageBoundingBox(page, scratch) === 0)
    return { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  const at = scratch / 4;
  const [left = 0, top = 0, right = 0, bottom = 0] = pdfium.HEAPF32.subarray(at, at + 4);
  const [a, b] = [turn(left, top), turn(right, bottom)];
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}

/**
 * The lines as far as they are on the page. Programs draw a cell that a page break cuts in full on both pages: what is
 * beyond the edge would make rows that nobody sees.
 */
export const withinPage = (rules: readonly Rule[], edges: Box): Rule[] =>
  rules.flatMap((rule): Rule[] => {
    const { left, top, right, bottom } = edges;
    const [first, last, start, end] = rule.horizontal ? [top, bottom, left, right] : [left, right, top, bottom];
    const [from, to] = [Math.max(rule.from, start), Math.min(rule.to, end)];
    const isOn = rule.at >= first - SLACK && rule.at <= last + SLACK && to > from;
    return isOn ? [{ ...rule, from, to }] : [];
  });

/**
 * Characters that run out over a side of the page, in the column that they run out of: cut off they would be other figures.
 * Those beyond its upper or lower edge are in the row that the edge cuts, where they can't be read.
 */
export const keptWithin = (glyphs: readonly Glyph[], { left, top, right, bottom }: Box): readonly Glyph[] =>
  glyphs.map((glyph) => {
    const x = Math.min(Math.max(glyph.center.x, left + SLACK), right - SLACK);
    const { y } = glyph.center;
    if (y < top) return { ...glyph, center: { x, y: top + SLACK }, isCut: true };
    if (y > bottom) return { ...glyph, center: { x, y: bottom - SLACK }, isCut: true };
    return x === glyph.center.x ? glyph : { ...glyph, center: { ...glyph.center, x } };
  });
