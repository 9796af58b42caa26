import { UsageError } from '../../errors.js';

/** One thing wrong in a manifest. */
export interface ManifestFault {
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

const say = ({ file, line, field, found, expected }: ManifestFault): string =>
  `${file}:${line}${field === null ? '' : ` ${field}`}: expected ${expected}, came ${found}`;

/** A manifest that can't be understood; nothing was taken in. Names up to ten faults with their places. */
export class ManifestError extends UsageError {
  constructor(readonly faults: readonly ManifestFault[]) {
    const rest = faults.length > MOST ? ` (and ${faults.length - MOST} more)` : '';
    super(`${faults.slice(0, MOST).map(say).join('; ')}${rest}`, 'Correct the manifest.');
  }
}
