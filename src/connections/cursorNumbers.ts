import { readCursor } from '../cursor.js';
import { BadUserInputError } from '../queryErrors.js';

/** The whole numbers of a cursor of `count` of them; null where there is no cursor. */
export function cursorNumbers(after: string | null | undefined, count: number): readonly number[] | null {
  if (after == null) return null;
  const key = readCursor(after);
  if (key.length !== count || !key.every((part): part is number => Number.isSafeInteger(part)))
    throw new BadUserInputError('after is a cursor of another list');
  return key;
}
