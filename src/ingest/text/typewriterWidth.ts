import { isWide } from './isWide.js';

/** Columns of a typewriter that a text takes. A character of two UTF-16 units takes two: nearly all are Chinese. */
export function typewriterWidth(text: string): number {
  let width = text.length;
  for (let at = 0; at < text.length; at++) if (isWide(text.charCodeAt(at))) width++;
  return width;
}
