import type { Form, Section } from '../../catalog/forms.js';
import { printedDisclosures } from '../../catalog/disclosures.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import { REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import { widthOf } from '../forms/widthOf.js';
import type { Entry } from '../Match.js';
import type { TextLine } from './TextLine.js';
import { tokensOf, type BlankCells, type Token } from './tokensOf.js';

/** How blank lines may show blank cells, the plainest first. */
const READINGS: readonly BlankCells[] = ['NONE', 'WITHIN_ROWS', 'ALL'];

/** Blank lines after a table are no cells of its last row. */
function trimmed(entries: readonly Entry[], section: Section, form: Form): Entry[] {
  return entries.map((entry, at) => {
    const width = widthOf(section, form, entry.term);
    const spare = entry.cells.slice(width);
    const isLast = at === entries.length - 1 && spare.every(({ text }) => text === '');
    return isLast && spare.length > 0 ? { ...entry, cells: entry.cells.slice(0, width) } : entry;
  });
}

/** How many rows of figures the form has; section four is one row, or three. */
const ROWS: Record<Section, (form: Form) => number> = {
  DISCLOSURES: (form) => new Set(printedDisclosures(form).map(({ item }) => item)).size,
  APPLICATIONS: (form) => printedDispositions(form).length,
  REVIEWS: () => REVIEW_TRACK_CODES.length,
};

/**
 * Reads text of a cell a line. Whether blank lines stand for blank cells shows in the rows: a reading counts only if it
 * makes every row exactly as long as the form has it.
 */
export function cellEntries(
  lines: readonly TextLine[],
  read: (tokens: readonly Token[]) => Entry[],
  section: Section,
  form: Form,
): Entry[] {
  const rows = ROWS[section](form);
  const plain = read(tokensOf(lines, 'CELLS'));
  let best: Entry[] = [];
  for (const reading of READINGS) {
    const entries = trimmed(reading === 'NONE' ? plain : read(tokensOf(lines, 'CELLS', reading)), section, form);
    const exact = entries.every(
      (entry) => !entry.ambiguous && entry.cells.length === widthOf(section, form, entry.term),
    );
    if (exact && entries.length > best.length) best = entries;
    // A reading of every row of the form can't be outdone.
    if (exact && entries.length >= rows) break;
  }
  return best.length > 0 ? best : plain;
}
