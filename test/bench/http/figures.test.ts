import { describe, expect, test } from '@jest/globals';
import {
  type Figure,
  gongkaiFigures,
  postgraphileFigures,
  type PostgraphileShape,
} from '../../../bench/http/figures.js';

const FIGURES: readonly Figure[] = [
  ['南阳市', 2019, null, 0, 3],
  ['南阳市', 2020, 25, 2, 3],
  ['郑州市', 2019, 0, 1, 1],
];

const sums = (total: string, reported: number, expected: number) => ({
  total,
  reported: String(reported),
  expected: String(expected),
});
const row = (year: number, total: string | null, reported: number, expected: number) => ({
  year,
  total,
  reported,
  expected,
});
const body = (answer: unknown): string => JSON.stringify({ data: { answer } });

test('of cities that go by one name, whichever comes first', () => {
  const rows = [1, 2].map((total) => ({ cityName: '省直辖县级行政区划', ...row(2019, String(total), 1, 1) }));
  const figures = (answer: typeof rows) => postgraphileFigures('rows', body(answer));
  expect(figures(rows.toReversed())).toEqual(figures(rows));
});

describe('the same figures are found in every answer', () => {
  test('of gongkai', () => {
    const group = (year: number, total: number | null, reported: number, expected: number) => ({
      year,
      total,
      coverage: { reported, expected },
    });
    const children = [
      { name: '郑州市', applicationTotals: [group(2019, 0, 1, 1)] },
      { name: '南阳市', applicationTotals: [group(2020, 25, 2, 3), group(2019, null, 0, 3)] },
      { name: '洛阳市', applicationTotals: [] },
    ];
    expect(gongkaiFigures(JSON.stringify({ data: { division: { children } } }))).toEqual(FIGURES);
  });

  test.each<[PostgraphileShape, unknown]>([
    [
      'groups',
      {
        groupedAggregates: [
          { keys: ['410100', '郑州市', '2019'], sum: sums('0', 1, 1) },
          { keys: ['411300', '南阳市', '2020'], sum: sums('25', 2, 3) },
          { keys: ['411300', '南阳市', '2019'], sum: sums('0', 0, 3) },
        ],
      },
    ],
    [
      'groupsOfCities',
      [
        {
          name: '南阳市',
          totals: {
            groupedAggregates: [
              { keys: ['2019'], sum: sums('0', 0, 3) },
              { keys: ['2020'], sum: sums('25', 2, 3) },
            ],
          },
        },
        { name: '洛阳市', totals: { groupedAggregates: [] } },
        { name: '郑州市', totals: { groupedAggregates: [{ keys: ['2019'], sum: sums('0', 1, 1) }] } },
      ],
    ],
    [
      'rows',
      [
        { cityName: '南阳市', ...row(2020, '25', 2, 3) },
        { cityName: '南阳市', ...row(2019, null, 0, 3) },
        { cityName: '郑州市', ...row(2019, '0', 1, 1) },
      ],
    ],
    [
      'rowsOfCities',
      [
        { name: '南阳市', totals: [row(2019, null, 0, 3), row(2020, '25', 2, 3)] },
        { name: '郑州市', totals: [row(2019, '0', 1, 1)] },
      ],
    ],
  ])('of PostGraphile: %s', (shape, answer) => {
    expect(postgraphileFigures(shape, body(answer))).toEqual(FIGURES);
  });
});
