import { readCursor } from './cursor.js';

/** The whole numbers of a cursor of a list, `count` of them; null where there is no cursor. */
export const cursorNumbers = (
  list: string,
  after: string | null | undefined,
  count: number,
): readonly number[] | null =>
  after == null
    ? null
    : readCursor(
        list,
        after,
        (key): key is readonly number[] => key.length === count && key.every((part) => Number.isSafeInteger(part)),
      );
