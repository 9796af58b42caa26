import type { Section } from '../catalog/forms.js';
import type { Place } from '../catalog/places.js';
import { balancesOf } from './forms/balances.js';
import type { Flag, SectionTable } from './types.js';

/**
 * Runs the balances (勾稽关系) that hold for a report: 40 in the form of 2019, 42 in that of 2021; the form of section
 * three counts. A balance with a blank operand is skipped, not passed. Flags each that fails, with both sides.
 * @returns how many passed, failed and were skipped
 */
export function validate(
  tables: Readonly<Record<Section, SectionTable>>,
  flag: Flag,
): { passed: number; failed: number; skipped: number } {
  const figures = [...tables.APPLICATIONS.figures, ...tables.REVIEWS.figures];
  const values = new Map<Place, number>();
  for (const { place, value } of figures) if (value !== null) values.set(place, Number(value));
  const sum = (places: readonly Place[]): number =>
    places.reduce((total, place) => total + (values.get(place) ?? Number.NaN), 0);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const form = tables.APPLICATIONS.form ?? tables.DISCLOSURES.form;
  for (const { code, place, left, right } of form === null ? [] : balancesOf(form)) {
    const expected = sum(left);
    const actual = sum(right);
    if (Number.isNaN(expected) || Number.isNaN(actual)) counts.skipped++;
    else if (expected === actual) counts.passed++;
    else {
      counts.failed++;
      flag({ code, place, expected: String(expected), actual: String(actual) });
    }
  }
  return counts;
}
