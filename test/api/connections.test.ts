import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import { createTestApi, type TestApi } from '../harness/api.js';

const finding = { code: 'SCOPE_ASSUMED', place: null, raw: null, expected: null, actual: 'OWN' } as const;
const SKETCHES: ReportSketch[] = [
  { agency: '南阳市财政局', year: 2020 },
  { agency: '南阳市财政局', year: 2021, applicationForm: 'FORM_2021' },
  { agency: '南阳市人民政府', kind: 'GOVERNMENT', year: 2021, scope: 'CONSOLIDATED', findings: [finding] },
  { agency: '宛城区教育局', division: '411302', year: 2021 },
  { agency: '西城区教育局', division: '110102', year: 2021 },
];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const sketch of SKETCHES) await store(api.database.dataSource, buildReport(sketch), { sample: false });
});
afterAll(() => api.close());

interface Page {
  readonly totalCount: number;
  readonly nodes: { agency?: { name: string }; year?: number; name?: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
const page = async (field: string, selection: string): Promise<Page> => {
  const { it } = await api.ask<{ it: Page }>(
    `{ it: ${field} { totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
  );
  return it;
};

describe('reports', () => {
  test.each<[string, string[]]>([
    ['', ['南阳市财政局 2021', '南阳市人民政府 2021', '宛城区教育局 2021', '西城区教育局 2021', '南阳市财政局 2020']],
    ['(filter: { years: { to: 2020 } })', ['南阳市财政局 2020']],
    ['(filter: { years: { from: 2021, to: 2147483647 }, within: ["411302"] })', ['宛城区教育局 2021']],
    ['(filter: { years: { from: -2147483648, to: 2020 } })', ['南阳市财政局 2020']],
    ['(filter: { within: ["411302"] })', ['宛城区教育局 2021']],
    ['(filter: { within: ["110000", "110102"] })', ['西城区教育局 2021']],
    ['(filter: { agencyName: "教育" })', ['宛城区教育局 2021', '西城区教育局 2021']],
    ['(filter: { agencyName: "%" })', []],
    ['(filter: { forms: [FORM_2021] })', ['南阳市财政局 2021']],
    ['(filter: { scope: CONSOLIDATED })', ['南阳市人民政府 2021']],
    ['(filter: { hasFindings: true })', ['南阳市人民政府 2021']],
    ['(filter: { active: false })', []],
  ])('reports%s', async (args, expected) => {
    const { nodes, totalCount } = await page(`reports${args}`, 'year agency { name }');
    expect(nodes.map(({ agency, year }) => `${agency?.name} ${year}`)).toEqual(expected);
    expect(totalCount).toBe(expected.length);
  });

  test('page by page they are the same as at once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page = await page(
        `reports(first: 2${after === null ? '' : `, after: "${after}"`})`,
        'year agency { name }',
      );
      seen.push(...nodes.map(({ agency, year }) => `${agency?.name} ${year}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    const { nodes } = await page('reports', 'year agency { name }');
    expect(seen).toEqual(nodes.map(({ agency, year }) => `${agency?.name} ${year}`));
  });

  test('nested: each division has its own and those below', async () => {
    const { divisions } = await api.ask<{ divisions: { name: string; reports: { totalCount: number } }[] }>(
      '{ divisions(within: "411300") { name reports { totalCount } } }',
    );
    const counted = divisions.filter(({ reports }) => reports.totalCount > 0);
    expect(counted.map(({ name, reports }) => [name, reports.totalCount])).toEqual([
      ['南阳市', 4],
      ['宛城区', 1],
    ]);
  });
});

describe('agencies', () => {
  test.each<[string, string[]]>([
    ['', ['南阳市财政局', '南阳市人民政府', '宛城区教育局', '西城区教育局']],
    ['(filter: { search: "南阳" })', ['南阳市财政局', '南阳市人民政府']],
    ['(filter: { kinds: [GOVERNMENT] })', ['南阳市人民政府']],
    ['(filter: { within: ["410000"] }, first: 2)', ['南阳市财政局', '南阳市人民政府']],
  ])('agencies%s', async (args, expected) => {
    const { nodes } = await page(`agencies${args}`, 'name');
    expect(nodes.map(({ name }) => name)).toEqual(expected);
  });
});

describe('a cursor', () => {
  const LISTS = [
    'applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [YEAR]%) { cursor }',
    'applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [AGENCY]%) { cursor }',
    'applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [YEAR], orderBy: TOTAL_ASC%) { cursor }',
    'applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [YEAR], orderBy: TOTAL_DESC%) { cursor }',
    'reviewTotals(filter: { tracks: [RECONSIDERATION] }, groupBy: [YEAR]%) { cursor }',
    'indicators(codes: [DENIAL_RATE], groupBy: [YEAR]%) { cursor }',
    'reports(filter: { scope: OWN }%) { edges { cursor } }',
    'agencies(filter: { kinds: [DEPARTMENT] }%) { edges { cursor } }',
    'findings(filter: { severities: [WARNING] }%) { edges { cursor } }',
  ];
  const cursorOf = async (list: string): Promise<string | undefined> => {
    const { it } = await api.ask<{ it: { cursor: string }[] | { edges: { cursor: string }[] } }>(
      `{ it: ${list.replace('%', ', first: 1')} }`,
    );
    return ('edges' in it ? it.edges : it)[0]?.cursor;
  };

  test('goes on in its own list and in no other', async () => {
    for (const list of LISTS) {
      const cursor = await cursorOf(list);
      for (const other of LISTS)
        expect([list, other, await api.errors(`{ ${other.replace('%', `, after: "${cursor}"`)} }`)]).toEqual([
          list,
          other,
          other === list ? [] : ['BAD_USER_INPUT: after is a cursor of another list'],
        ]);
    }
  });

  test('goes on in the same list, in whatever order its groups are named', async () => {
    const list = (by: string): string =>
      `applicationTotals(filter: { dispositions: [GRANTED] }, groupBy: [${by}]%) { cursor }`;
    const cursor = await cursorOf(list('YEAR, CITY'));
    expect(await api.errors(`{ ${list('CITY, YEAR').replace('%', `, after: "${cursor}"`)} }`)).toEqual([]);
  });
});

test('dataset', async () => {
  const { dataset } = await api.ask<{ dataset: object }>('{ dataset { version years agencies reports dueYear } }');
  expect(dataset).toEqual({ version: '5', years: [2020, 2021], agencies: 4, reports: 5, dueYear: 2025 });
});
