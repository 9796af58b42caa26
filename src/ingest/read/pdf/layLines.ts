import { offLine } from '../../text/offLine.js';
import { isWide } from '../../text/isWide.js';
import { typewriterWidth } from '../../text/typewriterWidth.js';
import type { PlacedWord } from '../../types.js';
import type { Glyph } from './geometry.js';
import { isSeam } from './seams.js';
import { UNKNOWN } from './readGlyphs.js';

/** A word of a line, which may still grow. */
type LineWord = { -readonly [key in Exclude<keyof PlacedWord, 'page'>]: PlacedWord[key] };

/** Characters that stand on one base line. */
export interface Line {
  /** With blanks for gaps. */
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Size of its largest print. */
  readonly size: number;
  /** What gaps and blanks part, where it is printed; only of lines that are set in columns. */
  readonly words: readonly LineWord[];
}

/** Columns of half a character's width, as a typewriter has them, in which the parts of a line are set. */
export interface Columns {
  readonly left: number;
  readonly width: number;
}

/** Share of the size by which base lines of one line may differ (raised and lowered characters). */
const UNEVEN = 0.4;
/** Share of the size from which on a gap between two characters is a blank, beyond what letters are spaced. */
const BLANK = 0.3;
/** The same between digits, whose columns may stand nearer to each other than words do. */
const BLANK_DIGITS = 0.12;
/** Share of the size by which the same character is printed again to look bold. */
const BOLD = 0.15;

/** Share of the size by which digits of one figure overlap at most. */
const OVER = 0.15;

/** Share of the size by which the mark of a footnote stands above the line of its figure, and the most that it has of it. */
const RAISED = 0.15;
const SMALLER = 0.9;

/**
 * Lines from top to bottom. With `columns`, gaps are as many blanks as bring what follows into its column; else one.
 * @param spacing how far letters are set apart, in points
 */
export function layLines(glyphs: readonly Glyph[], spacing: number, columns: Columns | null = null): Line[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const first = groups.at(-1)?.[0];
    const near = first !== undefined && glyph.baseline - first.baseline <= UNEVEN * Math.max(glyph.size, first.size);
    if (near) groups.at(-1)?.push(glyph);
    else groups.push([glyph]);
  }
  return groups.filter((group) => group.some(isInked)).map((group) => toLine(group, spacing, columns));
}

/** The columns that fit most of the print; a Chinese character is two of them wide. */
export function columnsOf(glyphs: readonly Glyph[], spacing: number): Columns {
  const widths = glyphs
    .filter(({ text }) => isWide(text.charCodeAt(0)))
    .map(({ left, right }) => (right - left + spacing) / 2);
  const width = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  return { left: Math.min(...glyphs.filter(isInked).map(({ left }) => left)), width: Math.max(width, 1) };
}

const isInked = ({ text }: Glyph): boolean => text.trim() !== '';

function toLine(group: readonly Glyph[], spacing: number, columns: Columns | null): Line {
  const glyphs = withoutRepeats(
    group.toSorted((a, b) => a.left - b.left),
    spacing,
  );
  const inked = glyphs.filter(isInked);
  const words: LineWord[] = [];
  return {
    text: textOf(glyphs, spacing, columns, words).trimEnd(),
    left: Math.min(...inked.map(({ left }) => left)),
    right: Math.max(...inked.map(({ right }) => right)),
    baseline: Math.max(...inked.map(({ baseline }) => baseline)),
    size: Math.max(...inked.map(({ size }) => size)),
    words,
  };
}

/** The text of a line; where it is set in columns, its words are added to `words`. */
function textOf(glyphs: readonly Glyph[], spacing: number, columns: Columns | null, words: LineWord[]): string {
  let text = '';
  let width = 0;
  let last: Glyph | null = null;
  let raised: Glyph | null = null;
  for (const glyph of glyphs) {
    const gap = last === null ? columns !== null : isGap(last, glyph, spacing);
    if (gap) {
      const wanted = columns === null ? 1 : Math.round((glyph.left - columns.left) / columns.width) - width;
      const blanks = Math.max(last === null ? 0 : 1, wanted);
      text += ' '.repeat(blanks);
      width += blanks;
    }
    // A raised digit right behind a larger one is the mark of a note; so are those behind it.
    if (gap || (raised && glyph.baseline - raised.baseline > RAISED * glyph.size)) raised = null;
    else if (raised === null && last !== null && isRaised(glyph, last)) raised = glyph;
    const own = raised === null ? glyph.text : offLine(glyph.text, 'above');
    const isMixed = last !== null && (areMixed(last, glyph) || (columns !== null && isSeam(last, glyph) && !gap));
    const printed = isMixed ? UNKNOWN + own : own;
    text += printed;
    width += typewriterWidth(glyph.text);
    if (columns !== null && isInked(glyph)) {
      const begins = gap || last === null || !isInked(last) || areApart(last, glyph, spacing);
      addTo(words, glyph, printed, begins);
    }
    last = glyph;
  }
  return text;
}

function isGap(last: Glyph, glyph: Glyph, spacing: number): boolean {
  const gap = glyph.left - last.right - spacing;
  return gap > BLANK * Math.max(glyph.size, last.size) || (spacing > 0 && areApart(last, glyph, spacing));
}

/** Whether digits stand further from each other than those of one figure do. */
const areApart = (last: Glyph, glyph: Glyph, spacing: number): boolean =>
  DIGIT.test(last.text) &&
  DIGIT.test(glyph.text) &&
  glyph.left - last.right - spacing > BLANK_DIGITS * Math.max(glyph.size, last.size);

/** Whether a digit is printed over another one: those of two figures, and nobody knows which is whose. */
const areMixed = (last: Glyph, glyph: Glyph): boolean =>
  DIGIT.test(last.text) && DIGIT.test(glyph.text) && last.right - glyph.left > OVER * glyph.size;

function addTo(words: LineWord[], { left, right, baseline, size }: Glyph, text: string, begins: boolean): void {
  const last = words.at(-1);
  if (begins || last === undefined) words.push({ text, left, right, baseline, size });
  else {
    last.text += text;
    last.right = Math.max(last.right, right);
  }
}

const DIGIT = /^\d$/;
const isRaised = (glyph: Glyph, last: Glyph): boolean =>
  DIGIT.test(glyph.text) &&
  DIGIT.test(last.text) &&
  glyph.size < SMALLER * last.size &&
  last.baseline - glyph.baseline > RAISED * last.size;

const isRepeated = (glyph: Glyph, last: Glyph): boolean =>
  glyph.text === last.text && glyph.text !== UNKNOWN && glyph.left - last.left < BOLD * glyph.size;

/** Characters of a line that stand so near that they are one figure, if they are digits. */
function runsOf(glyphs: readonly Glyph[], spacing: number): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last && DIGIT.test(last.text) && DIGIT.test(glyph.text) && !areApart(last, glyph, spacing);
    if (goesOn || (last && isRepeated(glyph, last))) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/**
 * Characters from left to right without those printed again to look bold. Where only some digits of a figure are, they are
 * those of another one that runs into it, and UNKNOWN.
 */
function withoutRepeats(glyphs: readonly Glyph[], spacing: number): Glyph[] {
  return runsOf(glyphs, spacing).flatMap((run) => {
    let kept: Glyph | undefined;
    const repeats = new Set<Glyph>();
    for (const glyph of run)
      if (kept && isRepeated(glyph, kept)) repeats.add(glyph);
      else kept = glyph;
    if (repeats.size % (run.length - repeats.size) === 0) return run.filter((glyph) => !repeats.has(glyph));
    return run.map((glyph) => (repeats.has(glyph) ? { ...glyph, text: UNKNOWN } : glyph));
  });
}
