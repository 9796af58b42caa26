import type { Section } from '../../catalog/forms.js';
import { type Chapter, chapterOf } from '../forms/chapterOf.js';
import type { Check } from './Check.js';

const CHAPTERS: readonly Chapter[] = [1, 2, 3, 4, 5, 6];
const TABLES: Readonly<Record<number, Section>> = { 2: 'DISCLOSURES', 3: 'APPLICATIONS', 4: 'REVIEWS' };

/**
 * SECTION_MISSING for each of the six sections that the report does not have; the place is its number. A section whose
 * table is there without its heading is there.
 */
export const sectionMissing: Check = ({ narrative, tables }, flag) => {
  const present = new Set(narrative.map(({ heading }) => chapterOf(heading)));
  for (const number of CHAPTERS) {
    const table = TABLES[number];
    const hasTable = table !== undefined && tables[table].form !== null;
    if (!hasTable && !present.has(number)) flag({ code: 'SECTION_MISSING', place: String(number) });
  }
};
