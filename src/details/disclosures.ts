import {
  type DisclosureCell,
  type DisclosureItem,
  type DisclosureMeasure,
  printedDisclosures,
} from '../catalog/disclosures.js';
import type { Form } from '../catalog/forms.js';

interface Stored {
  readonly item: DisclosureItem;
  readonly measure: DisclosureMeasure;
  readonly value: string | null;
}

/**
 * All 22 or 10 values of section two, in the order of the form; an unstored cell of a whole table is a printed zero.
 * @param form null where the table is absent: no values
 */
export function disclosures(
  form: Form | null,
  whole: boolean,
  stored: readonly Stored[],
): readonly (DisclosureCell & { readonly value: string | null })[] {
  if (form === null) return [];
  const values = new Map(stored.map(({ item, measure, value }) => [`${item}/${measure}`, value]));
  return printedDisclosures(form).map(({ item, measure }) => {
    const value = values.get(`${item}/${measure}`);
    return { item, measure, value: value === undefined ? (whole ? '0' : null) : value };
  });
}
