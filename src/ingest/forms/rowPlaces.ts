import { FORMS, SECTIONS } from '../../catalog/forms.js';
import { placesOf, type Place } from '../../catalog/places.js';

const ROWS = new Map<string, Place[]>();
for (const form of FORMS)
  for (const section of SECTIONS)
    for (const place of placesOf(section, form)) {
      const key = `${form} ${place.slice(0, place.lastIndexOf('/'))}`;
      ROWS.set(key, [...(ROWS.get(key) ?? []), place]);
    }

/** The places of one row of a form in printed order, by its name: section/row. */
export const rowPlaces = (row: string, form: (typeof FORMS)[number]): readonly Place[] =>
  ROWS.get(`${form} ${row}`) ?? [];
