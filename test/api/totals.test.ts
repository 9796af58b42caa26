import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import { createTestApi, type TestApi } from '../harness/api.js';

const SKETCHES: readonly ReportSketch[] = [
  {
    ...{ agency: '财政局', division: '411300', year: 2019 },
    figures: {
      'REVIEWS/RECONSIDERATION/UPHELD': 2,
      'REVIEWS/RECONSIDERATION/TOTAL': 2,
      'DISCLOSURES/FEES/PREVIOUS_ITEMS': 4,
      'DISCLOSURES/LICENSES/DECISIONS': 7,
      'DISCLOSURES/PROCUREMENT/PROCUREMENT_AMOUNT': '1116.05',
      'APPLICATIONS/TOTAL_HANDLED/TOTAL': 10,
      'APPLICATIONS/GRANTED/TOTAL': 5,
    },
  },
  {
    ...{ agency: '财政局', division: '411300', year: 2021, applicationForm: 'FORM_2021' },
    figures: {
      'REVIEWS/RECONSIDERATION/CORRECTED': 1,
      'REVIEWS/RECONSIDERATION/TOTAL': 'BLANK',
      'DISCLOSURES/LICENSES/DECISIONS': 3,
      'DISCLOSURES/FEES/FEE_AMOUNT': '0.1',
      'APPLICATIONS/TOTAL_HANDLED/TOTAL': 20,
      'APPLICATIONS/GRANTED/TOTAL': 5,
    },
  },
  {
    ...{ agency: '教育局', division: '411302', year: 2021, applicationForm: 'FORM_2021' },
    figures: {
      'REVIEWS/RECONSIDERATION/UPHELD': 'ABSENT',
      'REVIEWS/LITIGATION_DIRECT/TOTAL': 4,
      'DISCLOSURES/FEES/FEE_AMOUNT': '0.2',
      'APPLICATIONS/TOTAL_HANDLED/TOTAL': 'UNREADABLE',
    },
  },
  {
    ...{ agency: '南阳市人民政府', kind: 'GOVERNMENT', division: '411300', year: 2021, scope: 'CONSOLIDATED' },
    ...{ applicationForm: 'FORM_2021' },
    figures: { 'APPLICATIONS/TOTAL_HANDLED/TOTAL': 500, 'APPLICATIONS/GRANTED/TOTAL': 100 },
  },
];

let api: TestApi;
const ids = new Map<string, string>();
beforeAll(async () => {
  api = await createTestApi();
  for (const sketch of SKETCHES) {
    const { agencyId } = await store(api.database.dataSource, buildReport(sketch), { sample: false });
    ids.set(sketch.agency ?? '', String(agencyId));
  }
});
afterAll(() => api.close());

const answer = async (field: string): Promise<unknown> => (await api.ask<{ it: unknown }>(`{ it: ${field} }`)).it;
const COVERAGE = 'reported blank unreadable absent notOnForm expected otherScope';

describe('totals over the API', () => {
  test.each<[string, string, unknown]>([
    [
      'reviews by track, each column with its own sum',
      'reviewTotals(filter: { years: { from: 2019, to: 2021 } }, groupBy: [TRACK]) { track upheld corrected total }',
      [
        { track: 'RECONSIDERATION', upheld: 2, corrected: 1, total: 2 },
        { track: 'LITIGATION_DIRECT', upheld: 0, corrected: 0, total: 4 },
        { track: 'LITIGATION_AFTER_RECONSIDERATION', upheld: 0, corrected: 0, total: 0 },
      ],
    ],
    [
      'a table that is not whole says nothing of rows it lacks',
      `reviewTotals(filter: { tracks: [RECONSIDERATION], years: { from: 2021, to: 2021 } }) {
        track upheld total coverage { ${COVERAGE} } upheldCoverage: coverage(column: UPHELD) { reported absent } }`,
      [
        {
          ...{ track: null, upheld: 0, total: 0 },
          coverage: {
            ...{ reported: 1, blank: 1, unreadable: 0, absent: 0, notOnForm: 0, expected: 3, otherScope: 1 },
          },
          upheldCoverage: { reported: 1, absent: 1 },
        },
      ],
    ],
    [
      'exact decimals, and forms that do not ask',
      `disclosureTotals(filter: { items: [FEES] measures: [FEE_AMOUNT] }, groupBy: [YEAR]) {
        year item value coverage { reported notOnForm } }`,
      [
        { year: 2019, item: null, value: null, coverage: { reported: 0, notOnForm: 1 } },
        { year: 2020, item: null, value: null, coverage: { reported: 0, notOnForm: 0 } },
        { year: 2021, item: null, value: '0.3', coverage: { reported: 2, notOnForm: 0 } },
        ...[2022, 2023, 2024, 2025].map((year) => ({
          ...{ year, item: null, value: null, coverage: { reported: 0, notOnForm: 0 } },
        })),
      ],
    ],
    [
      'decisions are one series over both forms',
      'disclosureTotals(filter: { items: [LICENSES], measures: [DECISIONS] }) { value coverage { reported } }',
      [{ value: '10', coverage: { reported: 3 } }],
    ],
    [
      'only pairs that some form prints',
      `disclosureTotals(filter: { items: [FEES, PROCUREMENT], years: { from: 2019, to: 2019 } }, groupBy: [MEASURE, ITEM]) {
        item measure value }`,
      [
        { item: 'FEES', measure: 'PREVIOUS_ITEMS', value: '4' },
        { item: 'FEES', measure: 'CHANGE', value: '0' },
        { item: 'FEES', measure: 'FEE_AMOUNT', value: null },
        { item: 'PROCUREMENT', measure: 'PROJECTS', value: '0' },
        { item: 'PROCUREMENT', measure: 'PROCUREMENT_AMOUNT', value: '1116.05' },
      ],
    ],
    [
      'rates of summed parts, from reports that print every operand',
      `indicators(codes: [RECONSIDERATION_RATE, DISCLOSURE_RATE]) {
        indicator year value numerator denominator coverage { ${COVERAGE} } }`,
      [
        {
          ...{ indicator: 'DISCLOSURE_RATE', year: null, value: 1 / 3, numerator: 10, denominator: 30 },
          coverage: {
            ...{ reported: 2, blank: 0, unreadable: 1, absent: 0, notOnForm: 0, expected: 17, otherScope: 1 },
          },
        },
        {
          ...{ indicator: 'RECONSIDERATION_RATE', year: null, value: 0.2, numerator: 2, denominator: 10 },
          coverage: {
            ...{ reported: 1, blank: 1, unreadable: 1, absent: 0, notOnForm: 0, expected: 17, otherScope: 1 },
          },
        },
      ],
    ],
    [
      'a rate over nothing is null',
      'indicators(codes: [LITIGATION_CORRECTION_RATE], filter: { agencyKinds: [DEPARTMENT] }) { value numerator denominator }',
      [{ value: null, numerator: 0, denominator: 0 }],
    ],
    [
      'consolidated reports expect nothing',
      `indicators(codes: [DISCLOSURE_RATE], filter: { scope: CONSOLIDATED }, groupBy: [CITY]) {
        value division { name } coverage { expected otherScope } }`,
      [{ value: 0.2, division: { name: '南阳市' }, coverage: { expected: null, otherScope: 3 } }],
    ],
  ])('%s', async (_, field, expected) => {
    expect(await answer(field)).toEqual(expected);
  });

  test.each([
    ['applicationTotals(filter: { dispositions: [NOT_HELD], within: ["110000"] }) { total disagreeing }'],
    [
      'reviewTotals(filter: { tracks: [RECONSIDERATION], within: ["110000"] }) { total coverage { reported expected } }',
    ],
    ['disclosureTotals(filter: { items: [FEES], measures: [CHANGE], within: ["110000"] }) { value }'],
    ['indicators(codes: [DENIAL_RATE, NOT_HELD_RATE], filter: { within: ["110000"] }) { value numerator }'],
  ])('without dimensions one group, be it empty: %s', async (field) => {
    const codes = field.startsWith('indicators') ? 2 : 1;
    expect(await answer(field)).toHaveLength(codes);
    expect(await answer(field.replace(') {', ', groupBy: [YEAR]) {'))).toEqual([]);
  });

  test.each([
    [
      'applicationTotals(filter: { dispositions: [GRANTED, DENIED]',
      'YEAR, CITY, DISPOSITION',
      'disposition total previous',
    ],
    ['reviewTotals(filter: { tracks: [RECONSIDERATION]', 'COUNTY, AGENCY_KIND', 'agencyKind upheld total'],
    ['disclosureTotals(filter: { items: [LICENSES]', 'ITEM, MEASURE, YEAR', 'item measure value'],
    ['indicators(codes: [DENIAL_RATE], filter: { scope: OWN', 'AGENCY', 'indicator value'],
  ])('nested, %s is the root field within the division', async (question, groupBy, fields) => {
    const ask = (more: string) =>
      `${question}${more} }, groupBy: [${groupBy}]) { ${fields} year division { code } agency { id }
        cursor missing { totalCount nodes { year agency { name } } } }`;
    const { division } = await api.ask<{ division: { it: unknown[] } }>(
      `{ division(code: "411300") { it: ${ask('')} } }`,
    );
    expect(division.it.length).toBeGreaterThan(1);
    expect(division.it).toEqual(await answer(ask(', within: ["411300"]')));
    const { agency } = await api.ask<{ agency: { it: unknown[] } }>(
      `query ($id: ID!) { agency(id: $id) { it: ${ask('')} } }`,
      { id: ids.get('教育局') },
    );
    expect(agency.it).toEqual(await answer(ask(', within: ["411302"]')));
  });
});

describe('missing', () => {
  test('the expected agency-years without an active report of either scope, a page at a time', async () => {
    interface Missing {
      totalCount: number;
      nodes: { year: number; agency: { name: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
    const page = async (more: string) => {
      const [group] = (await answer(
        `applicationTotals(filter: { dispositions: [GRANTED], years: { to: 2022 } }) {
          missing${more} { totalCount nodes { year agency { name } } pageInfo { hasNextPage endCursor } } }`,
      )) as { missing: Missing }[];
      if (!group) throw new Error('no group');
      return group.missing;
    };
    const names = ({ nodes }: Missing) => nodes.map(({ year, agency }) => `${year} ${agency.name}`);
    const all = ['2020 财政局', '2022 财政局', '2022 教育局', '2022 南阳市人民政府'];
    const whole = await page('');
    expect([whole.totalCount, names(whole), whole.pageInfo.hasNextPage]).toEqual([4, all, false]);
    const first = await page('(first: 2)');
    expect([first.totalCount, names(first), first.pageInfo.hasNextPage]).toEqual([4, all.slice(0, 2), true]);
    const rest = await page(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([rest.totalCount, names(rest), rest.pageInfo.hasNextPage]).toEqual([4, all.slice(2), false]);
  });

  test('by group', async () => {
    expect(
      await answer(
        `reviewTotals(filter: { tracks: [RECONSIDERATION], years: { from: 2020, to: 2021 } }, groupBy: [YEAR, AGENCY]) {
          year agency { name } missing { totalCount } }`,
      ),
    ).toEqual([
      { year: 2020, agency: { name: '财政局' }, missing: { totalCount: 1 } },
      { year: 2021, agency: { name: '财政局' }, missing: { totalCount: 0 } },
      { year: 2021, agency: { name: '教育局' }, missing: { totalCount: 0 } },
      { year: 2021, agency: { name: '南阳市人民政府' }, missing: { totalCount: 0 } },
    ]);
  });
});

describe('ranking over the API', () => {
  test.each<[string, unknown]>([
    [
      'ranking(indicator: DISCLOSURE_RATE, year: 2021, of: AGENCY, minimumDenominator: 1) { rank percentile value agency { name } division { name } }',
      [{ rank: 1, percentile: null, value: 0.25, agency: { name: '财政局' }, division: null }],
    ],
    [
      'ranking(indicator: DISCLOSURE_RATE, year: 2021, scope: CONSOLIDATED) { rank value numerator denominator change division { name } }',
      [{ rank: 1, value: 0.2, numerator: 100, denominator: 500, change: null, division: { name: '南阳市' } }],
    ],
    ['ranking(indicator: DISCLOSURE_RATE, year: 2021) { rank }', []],
    ['ranking(indicator: DISCLOSURE_RATE, year: 2021, minimumDenominator: 0, within: "110000") { rank }', []],
  ])('%s', async (field, expected) => {
    expect(await answer(field)).toEqual(expected);
  });
});

test('a year far away is no fault of ours', async () => {
  const years = 'years: { from: -2147483648, to: 2147483647 }';
  expect(
    await answer(
      `applicationTotals(filter: { dispositions: [GRANTED], ${years} }, groupBy: [YEAR], first: 1) { year }`,
    ),
  ).toEqual([{ year: 2019 }]);
  expect(await answer('ranking(indicator: DENIAL_RATE, year: -2147483648) { rank }')).toEqual([]);
});
