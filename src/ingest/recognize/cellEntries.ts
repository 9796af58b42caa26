import { isBlank } from '../isBlank.js';
import type { Form, Section } from '../../catalog/forms.js';
import { printedDisclosures } from '../../catalog/disclosures.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry, Piece } from '../Match.js';
import { addsUp } from './addsUp.js';
import type { TextLine } from './TextLine.js';
import type { BlankCells } from './cellTokens.js';
import type { Token } from './Token.js';
import { tokensOf } from './tokensOf.js';

/** How blank lines may show blank cells, the plainest first. */
const READINGS: readonly BlankCells[] = ['NONE', 'WITHIN_ROWS', 'ALL'];

/** What may be the number of a page. */
const isPageLike = ({ text }: Piece): boolean => /^[1-9]\d{0,2}$/.test(text);

/** Whether what is printed of a part of a row adds up; zeros do where their total is blank. */
const isPartBalanced = (part: readonly Piece[]): boolean =>
  addsUp(part) || part.every((cell) => isBlank(cell) || cell.text === '0');

/** The parts of a row that have a total: itself, or the tracks of section four. */
function partsOf(cells: readonly Piece[], section: Section): (readonly Piece[])[] {
  const width = section === 'REVIEWS' ? REVIEW_COLUMN_CODES.length : cells.length;
  return cells.flatMap((_, at) => (at % width === 0 ? [cells.slice(at, at + width)] : []));
}

/**
 * Whether a number among the blank cells of the last row may be that of the page: it does not add up or, where nothing has
 * to, stands after a blank cell.
 */
function endsInPage(cells: readonly Piece[], section: Section): boolean {
  const at = cells.findLastIndex((cell) => !isBlank(cell));
  const last = cells[at];
  if (last === undefined || !isPageLike(last) || !cells.some(isBlank)) return false;
  if (section === 'DISCLOSURES') return cells.slice(0, at).some(isBlank);
  return partsOf(cells, section).some((part) => part.includes(last) && !isPartBalanced(part));
}

/**
 * Blank lines after a table are no cells of its last row. Where that has figures, nothing but its sums tells which of the
 * lines are cells, and whether a figure is one that only stands among them.
 */
function trimmed(entries: readonly Entry[], section: Section, form: Form): Entry[] {
  return entries.map((entry, at) => {
    const width = widthOf(section, form, entry.term);
    const spare = entry.cells.slice(width);
    if (at < entries.length - 1 || !spare.every(isBlank)) return entry;
    const cells = entry.cells.slice(0, width);
    const isKnown =
      spare.length === 0
        ? !endsInPage(cells, section)
        : cells.every(isBlank) || (section === 'APPLICATIONS' && addsUp(cells));
    return { ...entry, cells: isKnown ? cells : cells.map((cell) => ({ ...cell, loose: true })) };
  });
}

/** Whether nothing but the distance of what follows a row puts it in doubt: its last figure may be the number of the page. */
const isLooseAtEnd = (cells: readonly Piece[]): boolean =>
  cells.every(({ loose = false }, at) => loose === (at === cells.length - 1));

/**
 * Rows without blank cells: one that does not add up may have the number of a page where its gaps are wider than others; one
 * that does has none at its end, where merged cells beside the rows leave blank lines.
 */
const withoutPages = (entries: readonly Entry[], section: Section): Entry[] =>
  entries.map((entry) => {
    if (section === 'DISCLOSURES') return entry;
    const isBalanced = partsOf(entry.cells, section).every(isPartBalanced);
    if (!isBalanced && entry.cells.some(({ aside }) => aside))
      return { ...entry, cells: entry.cells.map((cell) => ({ ...cell, loose: true })) };
    if (!isBalanced || !isLooseAtEnd(entry.cells)) return entry;
    return { ...entry, cells: entry.cells.map(({ text, position, columns }) => ({ text, position, columns })) };
  });

/** How many rows of figures the form has; section four is one row, or three. */
const ROWS: Record<Section, (form: Form) => number> = {
  DISCLOSURES: (form) => new Set(printedDisclosures(form).map(({ item }) => item)).size,
  APPLICATIONS: (form) => printedDispositions(form).length,
  REVIEWS: () => REVIEW_TRACK_CODES.length,
};

/** So many of the rows of the form prove a reading, though a figure has been lost or added in others. */
const MOST = 0.75;

/**
 * Reads text of a cell a line. Whether blank lines stand for blank cells shows in the rows: a reading counts only if it
 * makes every row exactly as long as the form has it, or most of them and the others are left in doubt.
 */
export function cellEntries(
  lines: readonly TextLine[],
  read: (tokens: readonly Token[]) => Entry[],
  section: Section,
  form: Form,
): Entry[] {
  const rows = ROWS[section](form);
  const isExact = (entry: Entry): boolean =>
    !entry.ambiguous && entry.cells.length === widthOf(section, form, entry.term);
  let best: Entry[] = [];
  let partly: Entry[] = [];
  let most = Math.ceil(MOST * rows) - 1;
  for (const reading of READINGS) {
    const all = trimmed(read(tokensOf(lines, 'CELLS', reading)), section, form);
    const entries = reading === 'NONE' ? withoutPages(all, section) : all;
    const exact = entries.filter(isExact).length;
    if (exact === entries.length && exact > best.length) best = entries;
    // A reading of every row of the form can't be outdone.
    if (best.length >= rows) break;
    if (reading !== 'NONE' && exact > most) {
      most = exact;
      partly = entries.map((entry) => (isExact(entry) ? entry : { ...entry, ambiguous: true }));
    }
  }
  // More rows prove more, be it that one is in doubt.
  if (partly.length > 0 && most > best.length) return partly;
  return best.length > 0 ? best : read(tokensOf(lines, 'CELLS', 'UNCLEAR'));
}
