import { readCursor } from './cursor.js';
import { BadUserInputError } from './queryErrors.js';

/** The whole numbers of a cursor of a list, `count` of them; null where there is no cursor. */
export function cursorNumbers(list: string, after: string | null | undefined, count: number): readonly number[] | null {
  if (after == null) return null;
  const key = readCursor(list, after);
  if (key.length !== count || !key.every((part): part is number => Number.isSafeInteger(part)))
    throw new BadUserInputError('after is a cursor of another list');
  return key;
}
