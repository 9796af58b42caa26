import type { Finding, Identity } from '../types.js';
import type { Check } from './Check.js';

const ZONE = /^.{4}7/u;

type Dated = Pick<Identity, 'kind' | 'scope' | 'division' | 'year' | 'publishedOn'>;

/** Last day of publication by article 50 of the Regulations, as month and day; null for a report that it does not name. */
function dueDay({ kind, scope, division }: Dated): string | null {
  if (scope === 'CONSOLIDATED') return '03-31';
  if (kind === 'GOVERNMENT') return '03-31';
  const named = kind === 'DEPARTMENT' || kind === 'GENERAL_OFFICE';
  return named && division !== null && !ZONE.test(division) ? '01-31' : null;
}

/** The finding of a report that came after its day; null where it did not, or where that is not assessed. */
export function lateness(identity: Dated): Finding | null {
  const { year, publishedOn } = identity;
  const day = dueDay(identity);
  if (day === null || publishedOn === null) return null;
  const due = `${year + 1}-${day}`;
  return publishedOn > due ? { code: 'LATE', place: null, raw: null, expected: due, actual: publishedOn } : null;
}

/**
 * LATE: a department of county level and above after 31 January, a government or a consolidated report of anybody after
 * 31 March of the next year. Not assessed where the date is unknown, nor for organs the Regulations do not name: townships,
 * subdistricts, zones, VERTICAL ones.
 */
export const late: Check = ({ identity }, flag) => {
  const finding = lateness(identity);
  if (finding !== null) flag(finding);
};
