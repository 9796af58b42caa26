import { type Place, placeOf } from '../../catalog/places.js';
import type { Check, Unchecked } from './Check.js';
import { sectionOf } from './sectionOf.js';
import { statedApplications } from './statedApplications.js';

const RECEIVED = placeOf('APPLICATIONS', 'RECEIVED', 'TOTAL');
const CARRIED_IN = placeOf('APPLICATIONS', 'CARRIED_IN', 'TOTAL');
const HANDLED = placeOf('APPLICATIONS', 'TOTAL_HANDLED', 'TOTAL');

/** A figure of section three; null where it is blank or not there. */
function figureOf({ tables }: Unchecked, place: Place): number | null {
  const value = tables.APPLICATIONS.figures.find((figure) => figure.place === place)?.value ?? null;
  return value === null ? null : Number(value);
}

/**
 * NARRATIVE_MISMATCH: section one or three states a number of applications received that is none of 新收, 新收 + 结转, 总计.
 * Not assessed where one of the three is not printed.
 */
export const narrativeMismatch: Check = (report, flag) => {
  const received = figureOf(report, RECEIVED);
  const carried = figureOf(report, CARRIED_IN);
  const handled = figureOf(report, HANDLED);
  if (received === null || carried === null || handled === null) return;
  const printed = [received, received + carried, handled];
  for (const section of [1, 3] as const) {
    const stated = statedApplications(sectionOf(report.narrative, section) ?? '', report.identity);
    if (stated !== null && !printed.includes(stated.count))
      flag({
        code: 'NARRATIVE_MISMATCH',
        raw: stated.raw,
        expected: printed.join(', '),
        actual: String(stated.count),
      });
  }
};
