import { describe, expect, test } from '@jest/globals';
import { columnsOf } from '../../../../src/ingest/recognize/placed/columnsOf.js';
import type { Span } from '../../../../src/ingest/recognize/placed/Placed.js';

const span = ([left, right]: readonly [number, number]): Span => ({ left, right });
const HEADERS = (
  [
    [100, 130],
    [150, 170],
    [190, 220],
  ] as const
).map(span);

describe('the column of a figure', () => {
  test.each<[string, [number, number][], (number | null)[] | null]>([
    [
      'under its header',
      [
        [110, 120],
        [195, 205],
      ],
      [0, 2],
    ],
    [
      'to the left of all headers',
      [
        [90, 95],
        [160, 165],
      ],
      [0, 1],
    ],
    ['to the right of all headers', [[225, 230]], [2]],
    ['between two headers, of either', [[135, 140]], [null]],
    [
      'between two headers, the column of one being taken',
      [
        [110, 120],
        [135, 140],
      ],
      [0, 1],
    ],
    [
      'between two headers, above one that is under a header',
      [
        [140, 145],
        [142, 155],
      ],
      [1, 1],
    ],
    [
      'three beside three headers',
      [
        [90, 95],
        [140, 145],
        [180, 185],
      ],
      [0, 1, 2],
    ],
    ['under two headers', [[125, 155]], null],
    [
      'more than there are columns',
      [
        [90, 95],
        [132, 137],
        [140, 145],
        [195, 200],
      ],
      null,
    ],
    [
      'apart from each other under one header',
      [
        [150, 155],
        [160, 170],
      ],
      [1, 1],
    ],
  ])('%s', (_, figures, columns) => {
    const columnOf = columnsOf(figures.map(span), HEADERS);
    expect(columnOf && figures.map((figure) => columnOf(span(figure)))).toEqual(columns);
  });
});
