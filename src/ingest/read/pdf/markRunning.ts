import type { Glyph, PageContent } from './geometry.js';

/** How far what is printed on every page may be off from page to page; in points. */
const SAME = 1;
/** Share of the size by which base lines of one line differ. */
const UNEVEN = 0.05;
/** Share of the size of a gap between words that stand beside each other. */
const WIDE = 2;
const DIGIT = /^\d$/;
const WORDS = /\p{Script=Han}/u;

/** The highest or the lowest line of a page. */
interface Edge {
  readonly page: number;
  readonly glyphs: readonly Glyph[];
  readonly text: string;
}

const isInked = ({ text }: Glyph): boolean => text.trim() !== '';

function edgesOf({ page, glyphs }: PageContent): Edge[] {
  const inked = glyphs.filter(isInked).toSorted((a, b) => a.baseline - b.baseline || a.left - b.left);
  return [inked[0], inked.at(-1)].flatMap((edge): Edge[] => {
    if (edge === undefined) return [];
    const own = inked.filter(({ baseline }) => Math.abs(baseline - edge.baseline) <= UNEVEN * edge.size);
    const line = own.toSorted((a, b) => a.left - b.left);
    return [{ page, glyphs: line, text: line.map(({ text }) => text).join('') }];
  });
}

/** Whether characters stand in one place, and not in several cells of a row. */
const isPhrase = ({ glyphs }: Edge): boolean =>
  glyphs.every(({ left, size }, at) => left - (glyphs[at - 1]?.right ?? left) < WIDE * size);

const middle = ({ glyphs }: Edge): number => ((glyphs[0]?.left ?? 0) + (glyphs.at(-1)?.right ?? 0)) / 2;

function isAgain(one: Edge, other: Edge): boolean {
  const [a, b] = [one.glyphs[0], other.glyphs[0]];
  if (one.page === other.page || !a || !b) return false;
  if (Math.abs(a.baseline - b.baseline) > SAME || Math.abs(middle(one) - middle(other)) > SAME) return false;
  if (one.text === other.text) return WORDS.test(one.text) && isPhrase(one);
  const isNumber = /^\d{1,3}$/.test(one.text) && /^\d{1,3}$/.test(other.text);
  return isNumber && Number(one.text) - Number(other.text) === one.page - other.page;
}

/** What is printed again at the top or bottom of a further page: a header that would stand between rows of a table. */
const isRepeated = (edge: Edge, edges: readonly Edge[]): boolean =>
  edges.some((other) => other.page < edge.page && other.text === edge.text && isAgain(edge, other));

/**
 * Numbers of pages, and digits of what is printed at the top or bottom of several pages, are figures of no cell: where a
 * table runs into them they can't be told from what its cell holds, as if the edge of the page cut it.
 */
export function markRunning(pages: readonly PageContent[]): PageContent[] {
  const edges = pages.flatMap(edgesOf);
  const running = new Set(edges.filter((edge) => edges.some((other) => isAgain(edge, other))).flatMap(digitsOf));
  const again = new Set(edges.filter((edge) => isRepeated(edge, edges)).flatMap(({ glyphs }) => glyphs));
  const mark = (glyph: Glyph): Glyph =>
    running.has(glyph) || again.has(glyph) ? { ...glyph, isCut: running.has(glyph), isAgain: again.has(glyph) } : glyph;
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.map(mark) }));
}

const digitsOf = ({ glyphs }: Edge): Glyph[] => glyphs.filter(({ text }) => DIGIT.test(text));
