import type { Form, Section } from '../../../catalog/forms.js';
import type { Entry, Line } from '../../Match.js';
import { hasOtherColumns } from './hasOtherColumns.js';
import { joinBrackets } from './joinBrackets.js';
import { placedApplications } from './placedApplications.js';
import { placedDisclosures } from './placedDisclosures.js';
import { placedReviews } from './placedReviews.js';
import { toPlaced, type Placed } from './Placed.js';

/** A line of a page. */
export interface PlacedLine {
  readonly text: string;
  readonly words: readonly Placed[];
}

const placedLines = (lines: readonly Line[]): PlacedLine[] =>
  lines.flatMap(({ text, pieces }): PlacedLine[] => {
    const words = pieces[0]?.placed;
    return words ? [{ text, words: joinBrackets(words.map(toPlaced)) }] : [];
  });

/** The rows of one section in lines of a page, as far as the places of words prove which cells are blank. */
function placedEntries(placed: readonly PlacedLine[], section: Section, form: Form): Entry[] {
  switch (section) {
    case 'DISCLOSURES':
      return placedDisclosures(placed, form);
    case 'APPLICATIONS':
      return placedApplications(placed, form);
    case 'REVIEWS':
      return placedReviews(placed);
  }
}

const isSame = (a: Entry, b: Entry): boolean => a.term?.kind === b.term?.kind && a.term?.code === b.term?.code;

const doubtText = (entry: Entry): Entry =>
  entry.cells.some(({ position }) => position.table === null) ? { ...entry, ambiguous: true } : entry;

/**
 * The rows of one section and those that the places of their words tell. Two that differ leave their cells without a figure;
 * one whose words turn out to be torn is none.
 * @param entries its rows by the order of words
 */
export function withPlaced(entries: readonly Entry[], lines: readonly Line[], section: Section, form: Form): Entry[] {
  const words = placedLines(lines);
  if (words.length === 0) return [...entries];
  if (hasOtherColumns(words, section, form)) return entries.map(doubtText);
  const placed = placedEntries(words, section, form);
  const torn = placed.filter(({ ambiguous }) => ambiguous);
  return [
    ...entries.map((entry) => (torn.some((row) => isSame(row, entry)) ? { ...entry, ambiguous: true } : entry)),
    ...placed,
  ];
}
