import { Decimal } from 'decimal.js';
import { describe, expect, test } from '@jest/globals';
import { Column } from '../../src/cube/Column.js';

const SPAN = { from: 2019, to: 2021 };
const ROWS = 3;

/** A column of row 1 in 2020, to which the amounts were added. */
const sum = (...amounts: readonly (number | string)[]): Column => {
  const column = new Column(ROWS, SPAN);
  for (const amount of amounts)
    if (typeof amount === 'number') column.add(1, 2020, amount);
    else column.add(1, 2020, Number(amount), new Decimal(amount));
  return column;
};
const PLACE = 1 * 3 + 1;

describe('sums are exact', () => {
  test.each([
    ['nothing', [], '0'],
    ['whole numbers', [3, 4], '7'],
    ['decimals', ['0.1', '0.2'], '0.3'],
    ['both, in any order', [1, '0.1', 2], '3.1'],
    ['taken off again', ['0.1', '-0.1', 5], '5'],
    ['beyond the safe integers', [Number.MAX_SAFE_INTEGER, 2, '0.5'], '9007199254740993.5'],
  ])('of %s', (_, amounts, expected) => {
    expect(
      sum(...amounts)
        .exact([1], 2020, 2020)
        .toFixed(),
    ).toBe(expected);
  });

  test('of another column, added and taken off', () => {
    const column = sum(1, '0.25');
    column.addAll(sum(2, 40), 1);
    column.addAll(sum(2, '0.5'), -1);
    expect(column.exact([1], 2020, 2020).toFixed()).toBe('40.75');
  });

  test('a number that is none of the safe ones is refused', () => {
    const column = sum(Number.MAX_SAFE_INTEGER, 2);
    expect(() => column.sum([1], 2019, 2021)).toThrow('9007199254740993 is beyond the safe integers');
    expect(() => column.at(PLACE)).toThrow(RangeError);
    expect(column.at(0)).toBe(0);
  });
});

test('rows and years are summed, whatever lies outside', () => {
  const column = new Column(ROWS, SPAN);
  for (const [row, year, amount] of [
    [0, 2019, 1],
    [1, 2020, 10],
    [1, 2021, 100],
    [2, 2020, 1000],
  ] as const)
    column.add(row, year, amount);
  expect(column.sum([1], 2000, 2030)).toBe(110);
  expect(column.sum([0, 2], 2019, 2020)).toBe(1001);
  expect(column.sum([0, 1, 2], 2022, 2030)).toBe(0);
  expect(column.sum([0], 2021, 2019)).toBe(0);
  expect(column.at(PLACE)).toBe(10);
});
