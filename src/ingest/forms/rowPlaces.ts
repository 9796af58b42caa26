import { FORMS, SECTIONS } from '../../catalog/forms.js';
import { placesOf, type Place } from '../../catalog/places.js';

const ROWS = { FORM_2019: new Map<string, Place[]>(), FORM_2021: new Map<string, Place[]>() };
for (const form of FORMS)
  for (const section of SECTIONS)
    for (const place of placesOf(section, form)) {
      const row = place.slice(0, place.lastIndexOf('/'));
      ROWS[form].set(row, [...(ROWS[form].get(row) ?? []), place]);
    }

/** The places of one row of a form in printed order, by its name: section/row. */
export const rowPlaces = (row: string, form: (typeof FORMS)[number]): readonly Place[] => ROWS[form].get(row) ?? [];
