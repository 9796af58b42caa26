import { describe, expect, test } from '@jest/globals';
import { percentile } from '../../../bench/http/percentile.js';

describe('percentile', () => {
  test.each([
    ['the middle of an odd number', [3, 1, 2], 0.5, 2],
    ['the lower of two in the middle', [4, 1, 3, 2], 0.5, 2],
    ['99 in 100', Array.from({ length: 100 }, (_, index) => 100 - index), 0.99, 99],
    ['all', [1, 9, 5], 1, 9],
    ['one', [7], 0.99, 7],
    ['numbers, not texts', [10, 9, 100], 0.5, 10],
    ['none', [], 0.5, Number.NaN],
  ])('%s', (_, values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});
