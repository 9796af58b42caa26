import { SCOPES, type Scope } from '../../catalog/forms.js';
import type { ManifestEntry } from './ManifestEntry.js';
import { fieldReader, type Reading } from '../tables/fieldReader.js';
import type { TableFault } from '../tables/TableError.js';
import { AGENCY_NAME, DIVISION, yearTo } from '../tables/values.js';
import type { ManifestRecord } from './ManifestField.js';

const SCOPE: Reading<Scope> = {
  expected: SCOPES.join(' or '),
  read: (text) => SCOPES.find((scope) => scope === text.toUpperCase()),
};

/** A day of the calendar: 2021-02-29 is none. */
const DAY: Reading<string> = {
  expected: 'a day as yyyy-mm-dd',
  read: (text) => {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
  },
};

/**
 * Turns a record into what it says of its document.
 * @param fault told of every field that can't be understood
 */
export function checkRecord(record: ManifestRecord, fault: (fault: Omit<TableFault, 'file'>) => void): ManifestEntry {
  const take = fieldReader(record, fault);
  const entry = {
    agency: take('agency', AGENCY_NAME),
    // No report is of the future.
    year: take('year', yearTo(new Date().getUTCFullYear(), 'this one')),
    division: take('division', DIVISION),
    scope: take('scope', SCOPE),
    published: take('published', DAY),
  };
  // What is not said is left out, so that equal entries are equal as JSON.
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
