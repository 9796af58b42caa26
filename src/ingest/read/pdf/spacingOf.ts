import { isWide } from '../../text/isWide.js';
import type { Glyph } from './geometry.js';

/** Less than this share of the size between characters is no letter spacing: lines are filled up so. */
const LEAST = 0.15;
/** Share of the size by which the gaps of spaced letters differ. */
const UNEVEN = 0.08;
/** Share of all gaps that are equal where letters are spaced; ends of words and cells are the others. */
const MOST = 0.75;
/** Fewer pairs of characters prove nothing. */
const FEWEST = 20;

/** How far characters of a page are set apart, in points: 0 unless nearly all of its Chinese ones are, equally. */
export function spacingOf(glyphs: readonly Glyph[]): number {
  const gaps: number[] = [];
  let size = 0;
  glyphs.forEach((glyph, index) => {
    const last = glyphs[index - 1];
    if (last === undefined || last.baseline !== glyph.baseline || !isChinese(last) || !isChinese(glyph)) return;
    const gap = glyph.left - last.right;
    if (gap < -glyph.size || gap > 2 * glyph.size) return;
    gaps.push(gap);
    size = glyph.size;
  });
  if (gaps.length < FEWEST) return 0;
  const median = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  if (median < LEAST * size) return 0;
  const equal = gaps.filter((gap) => Math.abs(gap - median) < UNEVEN * size).length;
  return equal >= MOST * gaps.length ? median : 0;
}

const isChinese = ({ text }: Glyph): boolean => isWide(text.charCodeAt(0));
