import { expect, test } from '@jest/globals';
import { AGENCY_KIND_CODES } from '../../src/catalog/agencyKinds.js';
import { DISPOSITION_CODES } from '../../src/catalog/dispositions.js';
import { Cube } from '../../src/cube/Cube.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import type { Page } from '../../src/queries/totals/page.js';
import type { Selection } from '../../src/queries/totals/selection.js';
import type { Totals } from '../../src/rollup/readTotals.js';
import type { QuestionOf } from '../../src/totals/TotalsSource.js';

const counties = readDivisions().filter(({ level }) => level === 'COUNTY');
/** Every kind of agency in every county, for eighteen years, and no report. */
const everywhere: Totals = {
  version: '1.0',
  horizon: '1',
  cells: [],
  facts: { numbers: new Int16Array(), amounts: new Float64Array(), decimals: new Map() },
  agencies: [],
  gone: [],
  rosters: counties.flatMap(({ code }) =>
    AGENCY_KIND_CODES.map((agencyKind) => ({
      divisionCode: code,
      agencyKind,
      expected: [{ firstYear: 2008, lastYear: 2025, agencies: 1 }],
    })),
  ),
};
const selection: Selection = {
  ...{ roots: { of: 'ALL' }, from: null, to: null, within: null, kinds: null, scope: 'OWN' },
  ...{ groupBy: ['YEAR', 'COUNTY', 'AGENCY_KIND'], oneGroup: false, everyAgency: false, dueYear: 2025 },
};

const cube = new Cube(readDivisions());
cube.apply(everywhere);

test.each<[string, Page, number | null]>([
  ['the first of a million groups', { order: 'NATURAL', first: 3, after: null }, 3],
  ['all of a million: the first says how many', { order: 'NATURAL', first: null, after: null }, 1],
  ['a million in order of their totals: the database has to say', { order: 'TOTAL_DESC', first: 3, after: null }, null],
])('%s', (_, page, rows) => {
  const found = cube.groups('applications', { selection, codes: DISPOSITION_CODES, page });
  expect(found?.length ?? null).toBe(rows);
  if (page.order === 'NATURAL')
    expect(found?.[0]?.groups).toBe(counties.length * AGENCY_KIND_CODES.length * 18 * DISPOSITION_CODES.length);
});

test('rows that were kept ready are others when the totals are', () => {
  const followed = new Cube(readDivisions());
  const { roots, ...rootless } = selection;
  const question: QuestionOf<'applications'> = {
    selection: { ...rootless, groupBy: ['YEAR'] },
    codes: ['NOT_HELD'],
    page: { order: 'NATURAL', first: null, after: null },
  };
  const expected = (): (number | null | undefined)[] =>
    followed
      .ask('applications', roots.of, question)
      ?.readyRows(null)
      ?.map((row) => row.coverage(0).expected) ?? [];
  const rosterOf = (agencies: number): Totals => ({
    ...everywhere,
    rosters: [
      { divisionCode: '411302', agencyKind: 'DEPARTMENT', expected: [{ firstYear: 2024, lastYear: null, agencies }] },
    ],
  });
  for (const agencies of [3, 5]) {
    followed.apply(rosterOf(agencies));
    for (let times = 0; times < 3; times += 1) expect(expected()).toEqual([agencies, agencies]);
  }
});
