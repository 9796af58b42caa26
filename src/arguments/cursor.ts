import { BadUserInputError } from './queryErrors.js';

/**
 * An opaque cursor: the list that it belongs to and the key of a row, so that it stays true when rows come and go before it.
 * @param list what is listed and in which order: keys of other lists may look the same
 */
export const writeCursor = (list: string, key: readonly unknown[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url');

/**
 * The key of a cursor that we gave out for this list.
 * @param isKey whether the list has keys of that kind
 */
export function readCursor<Key extends readonly unknown[]>(
  list: string,
  cursor: string,
  isKey: (key: readonly unknown[]) => key is Key,
): Key {
  const [itsList, ...key] = partsOf(cursor);
  if (itsList !== list || !isKey(key)) throw new BadUserInputError('after is a cursor of another list');
  return key;
}

function partsOf(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Falls through to the one error for every broken cursor.
  }
  throw new BadUserInputError(`after is no cursor of this API: ${JSON.stringify(cursor.slice(0, 80))}`);
}
