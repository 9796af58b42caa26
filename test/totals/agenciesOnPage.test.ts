import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import type { Order } from '../../src/queries/totals/sortKey.js';
import type { ReportDimension, Selection } from '../../src/queries/totals/selection.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

const DIVISIONS = ['411300', '411302', '411302', '110105', '110105', '410000'];
const YEARS = [2019, 2020, 2021];
/** Those of 410000 hide all beneath them in their year. */
const GOVERNMENTS = [
  { division: '410000', years: [2020] },
  { division: '411300', years: YEARS },
  { division: '411302', years: YEARS },
  { division: '110000', years: [2021] },
];
/** One that a later document has revised: it counts nowhere, however large it is. */
const REVISED = { agency: '第0局', division: '411300', year: 2020, publishedOn: '2021-01-01' } as const;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  const keep = (sketch: Parameters<typeof buildReport>[0]) =>
    store(database.dataSource, buildReport(sketch), { sample: false });
  for (const [index, division] of DIVISIONS.entries())
    for (const year of YEARS)
      await keep({
        ...{ agency: `第${index}局`, division, year, publishedOn: '2022-02-02' },
        // In each year other agencies are ahead; some totals are equal, every fifth is zero.
        figures: {
          'APPLICATIONS/RECEIVED/TOTAL': (index * 7 + year * 3) % 5,
          'APPLICATIONS/NOT_HELD/TOTAL': (index * 3 + year) % 4,
        },
      });
  for (const { division, years } of GOVERNMENTS)
    for (const year of years)
      await keep({
        ...{ agency: '人民政府', kind: 'GOVERNMENT', scope: 'CONSOLIDATED', division, year, publishedOn: '2022-02-02' },
        figures: { 'APPLICATIONS/RECEIVED/TOTAL': Number(division[4]) * 10 + year - 2019 },
      });
  for (const [year, total] of [[2019, 'BLANK'] as const, [2020, 'UNREADABLE'] as const, [2021, -2] as const])
    await keep({
      ...{ agency: '无数局', division: '411300', year, publishedOn: '2022-02-02' },
      figures: { 'APPLICATIONS/RECEIVED/TOTAL': total, 'APPLICATIONS/NOT_HELD/TOTAL': 'ABSENT' },
    });
  await keep({ ...REVISED, figures: { 'APPLICATIONS/RECEIVED/TOTAL': 500 } });
});
afterAll(() => database.drop());

const CODES = [['RECEIVED'], ['RECEIVED', 'NOT_HELD']] as const;
const ORDERS: readonly Order[] = ['NATURAL', 'TOTAL_DESC', 'TOTAL_ASC'];
const GROUPED: readonly (readonly ReportDimension[])[] = [['AGENCY'], ['YEAR', 'AGENCY'], ['CITY', 'AGENCY']];
const SPANS = [
  [null, null],
  [2020, 2021],
  [2021, 2021],
] as const;

/** Asks for pages of many sizes behind each group of the whole list. */
async function expectPages(
  asked: Pick<Selection, 'groupBy' | 'from' | 'to' | 'scope'>,
  codes: (typeof CODES)[number],
  order: Order,
): Promise<void> {
  const selection: Selection = {
    ...{ roots: { of: 'ALL' }, within: null, kinds: null, ...asked },
    ...{ oneGroup: false, everyAgency: false, dueYear: 2021 },
  };
  const ask = async (first: number | null, after: readonly unknown[] | null) =>
    (await applicationTotals(database.dataSource, { selection, codes, page: { order, first, after } })).map((row) => ({
      cursor: row.cursor,
      sum: row.sum(6),
      coverage: row.coverage(6),
    }));
  const whole = await ask(null, null);
  expect(whole.length).toBeGreaterThanOrEqual(DIVISIONS.length * codes.length);
  for (const [place, { cursor }] of whole.entries())
    for (const first of [1, 2, 5]) expect(await ask(first, cursor)).toEqual(whole.slice(place + 1).slice(0, first));
  for (const first of [1, 2, 5]) expect(await ask(first, null)).toEqual(whole.slice(0, first));
}

describe.each(ORDERS)('pages of agencies, %s, are those of the whole list', (order) => {
  test.each(GROUPED.map((groupBy) => [groupBy]))('by %j', async (groupBy) => {
    for (const codes of CODES)
      for (const [from, to] of SPANS) await expectPages({ groupBy, from, to, scope: 'OWN' }, codes, order);
  });

  test.each(GROUPED.map((groupBy) => [groupBy]))(
    'by %j, whatever hides beneath consolidated reports',
    async (groupBy) => {
      await expectPages({ groupBy, from: 2020, to: 2021, scope: 'CONSOLIDATED' }, ['RECEIVED'], order);
    },
  );
});
