import { describe, expect, test } from '@jest/globals';
import { DIVISION_LEVELS } from '../../src/catalog/divisionLevels.js';
import { DivisionTree, type LevelGroup } from '../../src/cube/DivisionTree.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';

const divisions = readDivisions();
const tree = new DivisionTree(divisions);
const groups = (code: string, level: (typeof DIVISION_LEVELS)[number], comparable = false): readonly LevelGroup[] =>
  tree.groupsOf(tree.numberOf(code), level, comparable);
const codes = (found: readonly LevelGroup[]): (string | null)[] => found.map(({ code }) => code);

describe('groups of a level', () => {
  test.each([
    ['a province by city: its cities, and its own agencies', '130000', 'CITY', false, ['130000', '130100', '130200']],
    ['only its cities, where consolidated', '130000', 'CITY', true, ['130100', '130200', '130300']],
    ['a municipality by city: the one that stands for it', '110000', 'CITY', false, ['110100']],
    ['its districts, and its own agencies in that city', '110000', 'COUNTY', false, ['110100', '110101', '110102']],
    ['a city without counties stands for itself', '441900', 'COUNTY', true, ['441900']],
    ['a county by province', '411302', 'PROVINCE', false, ['410000']],
    ['the nation', '100000', 'NATION', true, ['100000']],
  ] as const)('%s', (_, code, level, comparable, expected) => {
    expect(codes(groups(code, level, comparable)).slice(0, 3)).toEqual(expected);
  });

  test.each(DIVISION_LEVELS)('by %s each division is in exactly one group of the nation', (level) => {
    const rows = groups('100000', level).flatMap((group) => group.rows);
    const counts = new Map<number, number>();
    for (const [number] of divisions.entries())
      for (const row of tree.rowsOf(number)) if (rows.includes(row)) counts.set(number, (counts.get(number) ?? 0) + 1);
    expect(new Set(rows).size).toBe(rows.length);
    expect([...counts.values()].every((count) => count === 1)).toBe(true);
    expect(counts.size).toBe(divisions.length);
  });

  // Of rows one above another, the upper one's consolidated report would have to hide those below.
  test.each(DIVISION_LEVELS)('consolidated ones by %s are one division each, with all below it', (level) => {
    for (const { rows } of groups('100000', level, true)) {
      expect(rows).toHaveLength(1);
      expect(rows[0]).toBeLessThan(divisions.length);
    }
  });
});

test('parts of one group come together', () => {
  const parts = [groups('411302', 'CITY'), groups('411303', 'CITY'), groups('110000', 'CITY')];
  expect(DivisionTree.merge(parts)).toEqual([
    { code: '110100', rows: [tree.numberOf('110000')] },
    { code: '411300', rows: [tree.numberOf('411302'), tree.numberOf('411303')] },
  ]);
});

test('an unknown code is refused', () => {
  expect(() => tree.numberOf('999999')).toThrow('no division has the code 999999');
});
