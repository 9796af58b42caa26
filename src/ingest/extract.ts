import { SECTIONS, type Section } from '../catalog/forms.js';
import { placesOf } from '../catalog/places.js';
import { locateApplications } from './extract/applications.js';
import { locateDisclosures } from './extract/disclosures.js';
import { spareOf } from './extract/byCount.js';
import { doubtOddRows } from './extract/doubtOddRows.js';
import { figureAt } from './extract/figureAt.js';
import { Locator } from './extract/Locator.js';
import { locateReviews } from './extract/reviews.js';
import { withoutRepeats } from './extract/withoutRepeats.js';
import { widthOf } from './forms/widthOf.js';
import type { Match, SectionMatch, Spare } from './Match.js';
import { Refusal } from './Refusal.js';
import type { Flag, SectionTable } from './types.js';

/** On which side the rows of a table have blank cells in excess. */
const spareIn = ({ section, form, entries }: SectionMatch): Spare =>
  spareOf(
    entries
      .filter(({ term, ambiguous }) => term !== null && !ambiguous)
      .map(({ cells, term }) => ({ cells, width: widthOf(section, form, term) })),
  );

function locate(match: SectionMatch, usual: Spare): Locator {
  const { section, form } = match;
  const entries = doubtOddRows({ ...match, entries: withoutRepeats(match) });
  const own = spareIn({ ...match, entries });
  const spare = own === 'UNKNOWN' ? usual : own;
  const locator = new Locator();
  switch (section) {
    case 'DISCLOSURES':
      locateDisclosures(entries, form, spare, locator);
      break;
    case 'APPLICATIONS':
      locateApplications({ ...match, entries }, spare, locator);
      break;
    case 'REVIEWS':
      locateReviews(entries, spare, locator);
      break;
  }
  return locator;
}

function toTable(section: Section, match: SectionMatch | null, usual: Spare, flag: Flag): SectionTable {
  if (match === null) {
    flag({ code: 'TABLE_MISSING', place: section });
    return { section, form: null, whole: false, figures: [] };
  }
  const { form } = match;
  const locator = locate(match, usual);
  const places = placesOf(section, form);
  const figures = places.map((place) => figureAt(place, locator.at(place), flag));
  locator.report(flag, places);
  const located = figures.filter(({ state }) => state !== 'ABSENT').length;
  const whole = located === figures.length;
  if (!whole)
    flag({ code: 'TABLE_INCOMPLETE', place: section, expected: String(figures.length), actual: String(located) });
  return { section, form, whole, figures };
}

/**
 * Reads every cell of the three tables, with its text as printed and its place in the document.
 * Flags TABLE_MISSING, TABLE_INCOMPLETE (place: the section; expected and actual: numbers of cells), VALUE_AMBIGUOUS (place:
 * section/row, or the section), VALUE_UNREADABLE, NEGATIVE_COUNT, UNIT_IN_CELL, UNIT_DOUBTFUL.
 * @throws Refusal NO_TABLE where not one of the three tables is whole
 */
export function extract(match: Match, flag: Flag): Record<Section, SectionTable> {
  const { sections } = match;
  // An export that puts them at the end of one table's rows does so in all.
  const usual = sections.APPLICATIONS?.entries.some(({ spare }) => spare === 'AFTER') ? 'AFTER' : 'UNKNOWN';
  const tables = {
    DISCLOSURES: toTable('DISCLOSURES', sections.DISCLOSURES, usual, flag),
    APPLICATIONS: toTable('APPLICATIONS', sections.APPLICATIONS, usual, flag),
    REVIEWS: toTable('REVIEWS', sections.REVIEWS, usual, flag),
  };
  if (!SECTIONS.some((section) => tables[section].whole)) throw new Refusal('NO_TABLE', 'not one table is whole');
  return tables;
}
