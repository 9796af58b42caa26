import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printedDispositions } from '../../src/catalog/dispositions.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import type { Page } from '../../src/queries/totals/page.js';
import type { Selection } from '../../src/queries/totals/selection.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { createTestApi, type TestApi } from '../harness/api.js';

const AGENCIES = 2_500;
const ROWS = printedDispositions('FORM_2019');

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  await api.database.dataSource.query(
    `insert into agency (name, normalized_name, aliases, kind, division_code, first_year)
     select n.name, n.name, '{}', 'DEPARTMENT', '411302', 2025 from (
       select '第' || number || '局' as name from generate_series(1, $1::integer) as number) as n`,
    [AGENCIES],
  );
  await rebuild(api.database.dataSource);
});
afterAll(() => api.close());

const SELECTION: Selection = {
  ...{ roots: { of: 'ALL' }, from: null, to: null, within: null, kinds: null, scope: 'OWN', groupBy: ['AGENCY'] },
  ...{ oneGroup: false, everyAgency: false, dueYear: 2025 },
};
const BY_TOTAL = { order: 'TOTAL_DESC', after: null } as const;
const NATURAL = { order: 'NATURAL', after: null } as const;

describe('more groups than an answer holds', () => {
  test.each<[string, Page, Selection['roots'], number]>([
    ['all of them: the first alone, with their number', { ...NATURAL, first: null }, { of: 'ALL' }, 1],
    ['likewise by total', { ...BY_TOTAL, first: null }, { of: 'ALL' }, 1],
    ['a page is sent', { ...NATURAL, first: 200 }, { of: 'ALL' }, 200],
    ['by total too', { ...BY_TOTAL, first: 200 }, { of: 'ALL' }, 200],
    ['of three roots the first of each', { ...NATURAL, first: null }, roots('411302', '411300', '410000'), 3],
  ])('%s', async (_, page, roots, sent) => {
    const selection = { ...SELECTION, roots };
    const rows = await applicationTotals(api.database.dataSource, { selection, codes: ROWS, page });
    expect(rows).toHaveLength(sent);
    if (page.first === null) expect(rows[0]?.groups).toBe(AGENCIES * ROWS.length);
  });

  test('in many places, too many together', async () => {
    const ask = (...codes: string[]) =>
      applicationTotals(api.database.dataSource, {
        ...{ selection: { ...SELECTION, roots: roots(...codes) }, codes: ROWS.slice(0, 14) },
        page: { ...NATURAL, first: null },
      });
    expect(await ask('411302', '411300')).toHaveLength(2 * AGENCIES * 14);
    const more = await ask('411302', '411300', '410000');
    expect(more.map(({ together }) => together)).toEqual([105_000, 105_000, 105_000]);
  });

  test.each([
    ['whose figures are few', 'total'],
    [
      'whose figures would be too many by themselves',
      'agency { id name } disposition naturalPerson business research nonprofit legalService otherOrganization total',
    ],
  ])('are refused with limit and number, %s', async (_, fields) => {
    expect(
      await api.errors(
        `{ division(code: "411302") { name applicationTotals(groupBy: [AGENCY, DISPOSITION], filter: { years: { from: 2025, to: 2025 } }) { ${fields} } } }`,
      ),
    ).toEqual([`TOO_MANY_GROUPS: the question has ${AGENCIES * ROWS.length} groups, one answer holds 50000`]);
  });
});

function roots(...codes: string[]): Selection['roots'] {
  return { of: 'DIVISION', codes };
}
