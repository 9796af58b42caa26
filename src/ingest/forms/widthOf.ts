import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { printedDisclosures } from '../../catalog/disclosures.js';
import type { Form, Section } from '../../catalog/forms.js';
import { placesOf } from '../../catalog/places.js';
import { REVIEW_COLUMN_CODES } from '../../catalog/reviews.js';
import type { Term } from './terms.js';

/** How many figures a row of a section has; a row of section four without a track is that of all three. */
export function widthOf(section: Section, form: Form, term: Term | null): number {
  switch (section) {
    case 'DISCLOSURES':
      return printedDisclosures(form).filter(({ item }) => item === term?.code).length;
    case 'APPLICATIONS':
      return APPLICANT_COLUMNS.length;
    case 'REVIEWS':
      return term === null ? placesOf(section, form).length : REVIEW_COLUMN_CODES.length;
  }
}
