import { readCursor } from './cursor.js';

/** So many numbers. */
interface Numbers {
  readonly 1: readonly [number];
  readonly 2: readonly [number, number];
  readonly 3: readonly [number, number, number];
}

/** The whole numbers of a cursor of a list, `count` of them; null where there is no cursor. */
export const cursorNumbers = <Count extends keyof Numbers>(
  list: string,
  after: string | null | undefined,
  count: Count,
): Numbers[Count] | null =>
  after == null
    ? null
    : readCursor(
        list,
        after,
        (key): key is Numbers[Count] => key.length === count && key.every((part) => Number.isSafeInteger(part)),
      );
