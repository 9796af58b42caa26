import { printedDisclosures, type DisclosureItem, type DisclosureMeasure } from '../../catalog/disclosures.js';
import type { Form } from '../../catalog/forms.js';

/** The figures that a form asks for in the row of an item of section two, in its order; none where it has no such row. */
export const measuresOf = (item: DisclosureItem, form: Form): DisclosureMeasure[] =>
  printedDisclosures(form)
    .filter((cell) => cell.item === item)
    .map(({ measure }) => measure);
