import type { TableFault } from './TableError.js';
import { LONGEST_NAME } from './values.js';
import type { TableRecord } from './TableRecord.js';

/** More of what was found is not repeated. */
const LONGEST_SHOWN = 50;

const shown = (text: string): string =>
  text.length <= LONGEST_NAME
    ? JSON.stringify(text)
    : `${JSON.stringify(`${text.slice(0, LONGEST_SHOWN)}…`)} (${text.length} characters)`;

/** How a field is to be read: what is expected, and its value; undefined where the text is none. */
export interface Reading<Value> {
  readonly expected: string;
  readonly read: (text: string) => Value | undefined;
}

/**
 * Reads the fields of an entry.
 * @param fault told of every field that can't be understood, or is wanted and not there
 */
export const fieldReader =
  <Field extends string>({ line, fields }: TableRecord<Field>, fault: (fault: Omit<TableFault, 'file'>) => void) =>
  <Value>(field: Field, { expected, read }: Reading<Value>, { wanted = false } = {}): Value | undefined => {
    const given = fields[field];
    const value = given && read(given.text);
    if (given ? value === undefined : wanted)
      fault({ line: given?.line ?? line, field, found: given ? shown(given.text) : 'nothing', expected });
    return value;
  };
