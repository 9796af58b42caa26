import { APPLICANT_COLUMNS, type ApplicantColumn } from './applicants.js';
import { printedDisclosures } from './disclosures.js';
import { printedDispositions } from './dispositions.js';
import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES } from './reviews.js';
import type { Form, Section } from './forms.js';

/** Where a figure stands: section/row/column in API names, e.g. APPLICATIONS/NOT_HELD/BUSINESS. */
export type Place = `${Section}/${string}/${string}`;

export const placeOf = (section: Section, row: string, column: string): Place => `${section}/${row}/${column}`;

const applicationPlaces = (form: Form): Place[] =>
  printedDispositions(form).flatMap((row) =>
    APPLICANT_COLUMNS.map((column: ApplicantColumn) => placeOf('APPLICATIONS', row, column)),
  );
const disclosurePlaces = (form: Form): Place[] =>
  printedDisclosures(form).map(({ item, measure }) => placeOf('DISCLOSURES', item, measure));
const REVIEW_PLACES = REVIEW_TRACK_CODES.flatMap((track) =>
  REVIEW_COLUMN_CODES.map((column) => placeOf('REVIEWS', track, column)),
);

const PLACES: Record<Section, Record<Form, readonly Place[]>> = {
  DISCLOSURES: { FORM_2019: disclosurePlaces('FORM_2019'), FORM_2021: disclosurePlaces('FORM_2021') },
  APPLICATIONS: { FORM_2019: applicationPlaces('FORM_2019'), FORM_2021: applicationPlaces('FORM_2021') },
  REVIEWS: { FORM_2019: REVIEW_PLACES, FORM_2021: REVIEW_PLACES },
};

/** Every cell of a section's table in printed order: 22 or 10, 161 or 175, and 15. */
export const placesOf = (section: Section, form: Form): readonly Place[] => PLACES[section][form];
