import { readDivisions } from '../../divisions/readDivisions.js';
import type { Reading } from './fieldReader.js';

/** Names of agencies have some tens of characters; what is far longer is none, and no index of the database takes it. */
export const LONGEST_NAME = 200;

/** The name of an agency: without control characters and halves of others, which no database takes. */
export const AGENCY_NAME: Reading<string> = {
  expected: `a name of at most ${LONGEST_NAME} characters, none of them a control character`,
  read: (text) => (text.length <= LONGEST_NAME && /^(?!\s*$)[^\p{Cc}\p{Cs}]*$/u.test(text) ? text : undefined),
};

let codes: ReadonlySet<string> | undefined;

export const DIVISION: Reading<string> = {
  expected: 'the code of a division, six digits',
  read: (text) => {
    codes ??= new Set(readDivisions().map(({ code }) => code));
    return codes.has(text) ? text : undefined;
  },
};

/** The oldest reports are of 2008. */
const FIRST_YEAR = 2008;

/** @param words how the last year is named */
export const yearTo = (last: number, words = String(last)): Reading<number> => ({
  expected: `a year from ${FIRST_YEAR} to ${words}`,
  read: (text) => {
    const year = /^\d{4}$/.test(text) ? Number(text) : 0;
    return year >= FIRST_YEAR && year <= last ? year : undefined;
  },
});
