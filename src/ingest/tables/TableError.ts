import { UsageError } from '../../errors.js';

/** One thing wrong in a table that somebody made. */
export interface TableFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Column of the table or property of the object; null where it concerns the whole line. */
  readonly field: string | null;
  readonly found: string;
  readonly expected: string;
}

/** More would hide the first ones. */
const MOST = 10;

const say = ({ file, line, field, found, expected }: TableFault): string =>
  `${file}:${line}${field === null ? '' : ` ${field}`}: expected ${expected}, came ${found}`;

/** A manifest or roster that can't be understood; nothing was taken in. Names up to ten faults with their places. */
export class TableError extends UsageError {
  constructor(faults: readonly TableFault[]) {
    const rest = faults.length > MOST ? ` (and ${faults.length - MOST} more)` : '';
    super(`${faults.slice(0, MOST).map(say).join('; ')}${rest}`, 'Correct the file.');
  }
}
