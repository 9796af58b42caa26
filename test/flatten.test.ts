import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flatten } from '../src/flatten.js';

describe('flatten', () => {
  test('is what flat makes of lists', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer())), (lists) => {
        expect(flatten(lists)).toEqual(lists.flat());
      }),
    );
  });

  test('leaves lists within the lists as they are', () => {
    expect(flatten([[[1], [2]], [[3]]])).toEqual([[1], [2], [3]]);
  });

  test('takes lists of any length', () => {
    const long = Array.from({ length: 300_000 }, (_, index) => index);
    expect(flatten([long, long])).toHaveLength(600_000);
  });
});
