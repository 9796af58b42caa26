import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { agenciesOnPage } from '../../src/queries/totals/agenciesOnPage.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import type { GroupsAsked } from '../../src/queries/totals/groupRows.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

/** Of each county: few, but too many of all together to be gone through once a county. */
const AGENCIES = 16;
const YEARS = 3;

let database: TestDatabase;
let counties: readonly string[];
beforeAll(async () => {
  database = await createTestDatabase();
  const rows = await database.dataSource.query<{ code: string }[]>(
    `select d.code from division as d where d.level = 'COUNTY' order by d.code`,
  );
  counties = rows.map(({ code }) => code);
  await database.dataSource.query(
    `insert into agency (name, normalized_name, aliases, kind, division_code, first_year)
     select n.name, n.name, '{}', 'DEPARTMENT', d.code, 2019
     from division as d
     cross join (select '第' || number || '局' as name from generate_series(1, $1::integer) as number) as n
     where d.level = 'COUNTY'
     order by d.code, n.name`,
    [AGENCIES],
  );
  await rebuild(database.dataSource);
  await database.dataSource.query('vacuum analyze agency, total_agency, division');
});
afterAll(() => database.drop());

const askedOf = (codes: readonly string[], first: number | null): GroupsAsked<'RECEIVED'> => ({
  selection: {
    ...{ roots: { of: 'DIVISION', codes }, from: 2019, to: 2021, within: null, kinds: null, scope: 'OWN' },
    ...{ groupBy: ['YEAR', 'AGENCY'], oneGroup: false, everyAgency: false, dueYear: 2021 },
  },
  codes: ['RECEIVED'],
  page: { order: 'NATURAL', first, after: null },
});

const NO_FIGURES = { stored: null, parameters: [] };

describe('agencies of all counties', () => {
  test('are found without those of all others, county by county', async () => {
    const found = await agenciesOnPage(database.dataSource.manager, askedOf(counties, 1), NO_FIGURES);
    // One more than the page holds.
    expect(found).toHaveLength(2 * counties.length);
  });

  test.each(['TOTAL_ASC', 'TOTAL_DESC'] as const)(
    'are put in order %s in each county, not compared with all counties',
    async (order) => {
      const { selection, codes } = askedOf(counties, 1);
      const rows = await applicationTotals(database.dataSource, {
        ...{ selection: { ...selection, groupBy: ['AGENCY'] }, codes },
        page: { order, first: 1, after: null },
      });
      expect(new Set(rows.map(({ root }) => root))).toEqual(new Set(counties));
    },
  );

  test('that have too many groups together send one each', async () => {
    const rows = await applicationTotals(database.dataSource, askedOf(counties, null));
    expect(rows).toHaveLength(counties.length);
    expect(new Set(rows.map(({ root }) => root))).toEqual(new Set(counties));
    expect(new Set(rows.map(({ together }) => together))).toEqual(new Set([counties.length * AGENCIES * YEARS]));
  });
});
