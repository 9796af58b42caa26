import { BadUserInputError } from './queryErrors.js';

/** An opaque cursor: the key of a row, so that it stays true when rows come and go before it. */
export const writeCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key of a cursor that we gave out. */
export function readCursor(cursor: string): readonly unknown[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key)) return key;
  } catch {
    // Falls through to the one error for every broken cursor.
  }
  throw new BadUserInputError(`after is no cursor of this API: ${JSON.stringify(cursor.slice(0, 80))}`);
}
