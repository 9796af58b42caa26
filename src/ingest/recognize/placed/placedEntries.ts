import type { Form, Section } from '../../../catalog/forms.js';
import type { Entry, Line } from '../../Match.js';
import { placedApplications } from './placedApplications.js';
import { placedDisclosures } from './placedDisclosures.js';
import { placedReviews } from './placedReviews.js';
import { toPlaced, type Placed } from './Placed.js';

/** A line of a page. */
export interface PlacedLine {
  readonly text: string;
  readonly words: readonly Placed[];
}

/** The rows of one section in lines of a page, as far as the places of words prove which cells are blank. */
function placedEntries(lines: readonly Line[], section: Section, form: Form): Entry[] {
  const placed = lines.flatMap(({ text, pieces }): PlacedLine[] => {
    const words = pieces[0]?.placed;
    return words ? [{ text, words: words.map(toPlaced) }] : [];
  });
  if (placed.length === 0) return [];
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

/**
 * The rows of one section and those that the places of their words tell. Two that differ leave their cells without a figure;
 * one whose words turn out to be torn is none.
 * @param entries its rows by the order of words
 */
export function withPlaced(entries: readonly Entry[], lines: readonly Line[], section: Section, form: Form): Entry[] {
  const placed = placedEntries(lines, section, form);
  const torn = placed.filter(({ ambiguous }) => ambiguous);
  return [
    ...entries.map((entry) => (torn.some((row) => isSame(row, entry)) ? { ...entry, ambiguous: true } : entry)),
    ...placed,
  ];
}
