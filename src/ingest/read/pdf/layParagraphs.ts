import type { Paragraph } from '../../types.js';
import type { Line } from './layLines.js';

/** A line and the page it is on. */
export interface PlacedLine {
  readonly page: number;
  readonly line: Line;
}

/** The edges between which a document's text runs. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Blanks that divide columns, not words. */
const COLUMN_GAP = /\S {3,}\S/;
/** What begins a paragraph of its own: 一、 （三） 5. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/;

export const marginsOf = (lines: readonly PlacedLine[]): Margins => ({
  left: Math.min(...lines.map(({ line }) => line.left)),
  right: Math.max(...lines.map(({ line }) => line.right)),
});

/** Lines of running text as paragraphs: a full line goes on in the next where that is not indented. */
export function layParagraphs(lines: readonly PlacedLine[], margins: Margins): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  lines.forEach((placed, index) => {
    const before = lines[index - 1];
    const { page, line } = placed;
    const { text } = line;
    const words = line.words.map((word) => ({ ...word, page }));
    const last = paragraphs.at(-1);
    if (before !== undefined && last !== undefined && goesOn(before, placed, margins)) {
      paragraphs[paragraphs.length - 1] = {
        ...last,
        text: glue(last.text, text.trimStart()),
        placed: [...(last.placed ?? []), ...words],
      };
    } else {
      paragraphs.push({ kind: 'paragraph', text, page, heading: null, placed: words });
    }
  });
  return paragraphs;
}

function goesOn(before: PlacedLine, after: PlacedLine, { left, right }: Margins): boolean {
  const [upper, lower] = [before.line, after.line];
  const size = Math.max(upper.size, lower.size);
  return (
    Math.abs(upper.size - lower.size) < 0.1 * size &&
    right - upper.right < size &&
    lower.left - left < 0.5 * size &&
    (before.page !== after.page || lower.baseline - upper.baseline < 2.5 * size) &&
    ![upper, lower].some(({ text }) => COLUMN_GAP.test(text)) &&
    !NUMBERED.test(lower.text.trimStart())
  );
}

/** Chinese is written without blanks; between Latin words and figures there was one. */
const glue = (before: string, after: string): string =>
  /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
