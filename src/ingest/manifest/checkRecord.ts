import { SCOPES, type Scope } from '../../catalog/forms.js';
import { readDivisions } from '../../divisions/readDivisions.js';
import type { ManifestEntry } from '../manifestEntry.js';
import type { ManifestFault } from './ManifestError.js';
import type { ManifestField, ManifestRecord } from './ManifestRecord.js';

/** The oldest reports are of 2008; none is of the future. */
const FIRST_YEAR = 2008;

/** Names of agencies have some tens of characters; what is far longer is none, and no index of the database takes it. */
const LONGEST_NAME = 200;
/** More of what was found is not repeated. */
const LONGEST_SHOWN = 50;

/** Without control characters and halves of others, which no database takes. */
const nameOf = (text: string): string | undefined =>
  text.length <= LONGEST_NAME && !/[\p{Cc}\p{Cs}]/u.test(text) ? text : undefined;

const shown = (text: string): string =>
  text.length <= LONGEST_NAME
    ? JSON.stringify(text)
    : `${JSON.stringify(`${text.slice(0, LONGEST_SHOWN)}…`)} (${text.length} characters)`;

const yearOf = (text: string): number | undefined => {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  return year >= FIRST_YEAR && year <= new Date().getUTCFullYear() ? year : undefined;
};

const divisionOf = (text: string): string | undefined =>
  readDivisions().some(({ code }) => code === text) ? text : undefined;

const scopeOf = (text: string): Scope | undefined => SCOPES.find((scope) => scope === text.toUpperCase());

/** A day of the calendar: 2021-02-29 is none. */
const dayOf = (text: string): string | undefined => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : undefined;
};

/**
 * Turns a record into what it says of its document.
 * @param fault told of every field that can't be understood
 */
export function checkRecord(
  { fields }: ManifestRecord,
  fault: (fault: Omit<ManifestFault, 'file'>) => void,
): ManifestEntry {
  const take = <Value>(
    field: ManifestField,
    expected: string,
    read: (text: string) => Value | undefined,
  ): Value | undefined => {
    const given = fields[field];
    const value = given && read(given.text);
    if (given && value === undefined) fault({ line: given.line, field, found: shown(given.text), expected });
    return value;
  };
  const entry = {
    agency: take('agency', `a name of at most ${LONGEST_NAME} characters, none of them a control character`, nameOf),
    year: take('year', `a year from ${FIRST_YEAR} to this one`, yearOf),
    division: take('division', 'the code of a division, six digits', divisionOf),
    scope: take('scope', SCOPES.join(' or '), scopeOf),
    published: take('published', 'a day as yyyy-mm-dd', dayOf),
  };
  // What is not said is left out, so that equal entries are equal as JSON.
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}
