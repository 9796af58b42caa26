import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestApi, type TestApi } from '../harness/api.js';

let api: TestApi;
const statements: string[] = [];
beforeAll(async () => {
  api = await createTestApi();
  const { dataSource } = api.database;
  for (let agency = 1; agency <= 12; agency++)
    for (const year of [2019, 2020, 2021])
      await store(
        dataSource,
        buildReport({
          agency: `第${agency}局`,
          year,
          division: ['411300', '411302', '410100', '110105'][agency % 4] ?? null,
          figures: {
            'APPLICATIONS/NOT_HELD/TOTAL': agency,
            'APPLICATIONS/TOTAL_HANDLED/TOTAL': 20,
            'REVIEWS/RECONSIDERATION/TOTAL': 1,
          },
        }),
        { sample: false },
      );
  // The totals that were stored are in memory from now on.
  await api.ask('{ reviewTotals(filter: { tracks: [RECONSIDERATION] }) { total } }');
  dataSource.setOptions({ logging: true, logger: countingLogger });
});
afterAll(() => api.close());

const ignore = (): void => undefined;
const countingLogger = {
  // The version is read by the clock, at most once in 100 ms, whatever is asked.
  logQuery: (query: string): void => void (query.includes('dataset_version') || statements.push(query)),
  logQueryError: ignore,
  logQuerySlow: ignore,
  logSchemaBuild: ignore,
  logMigration: ignore,
  log: ignore,
};

/** What is asked of a list of any length, with `$first` for its length. */
const SHAPES = {
  'reports with everything': `reports(first: $first) { totalCount nodes {
    agency { name division { name parent { name } } } source { sha256 } sources { sha256 } revisions { revision }
    sections { heading } disclosures { value cell { raw } } outcomes { total cell { raw } } reviews { total cell(column: TOTAL) { raw } }
    findings { code report { year } } checks { passed } } }`,
  'agencies with reports and totals': `agencies(first: $first) { nodes { name reports(first: 3) { totalCount nodes { year outcomes { total } } }
    applicationTotals(filter: { dispositions: [NOT_HELD] }, groupBy: [YEAR]) { total agency { name } } } }`,
  'totals by agency': `applicationTotals(filter: { dispositions: [NOT_HELD] }, groupBy: [AGENCY, YEAR], first: $first) {
    agency { name division { name } } division { name } total previous coverage { expected } }`,
  'agencies with every kind of totals': `agencies(first: $first) { nodes {
    reviewTotals(groupBy: [TRACK]) { total division { name } agency { name } }
    disclosureTotals(filter: { items: [LICENSES], measures: [DECISIONS] }, groupBy: [YEAR]) { value }
    indicators(codes: [DENIAL_RATE, LITIGATION_RATE]) { value coverage { reported } } } }`,
  'what is missing in each group': `reviewTotals(groupBy: [AGENCY, TRACK], first: $first) { total
    missing(first: 2) { totalCount nodes { year agency { name division { name } } } } }`,
  'a ranking': `ranking(indicator: NOT_HELD_RATE, year: 2020, of: AGENCY, minimumDenominator: 1, first: $first) {
    rank agency { name } division { name } }`,
};

async function countStatements(shape: string, first?: number): Promise<number> {
  statements.length = 0;
  await api.ask(`query ${first === undefined ? '' : '($first: Int!)'} { ${shape} }`, { first });
  return statements.length;
}

describe('the number of statements does not grow with the number of rows', () => {
  test.each(Object.entries(SHAPES))('%s', async (_, shape) => {
    const one = await countStatements(shape, 1);
    expect(one).toBeGreaterThan(0);
    expect(await countStatements(shape, 12)).toBe(one);
  });

  test('divisions: one or three thousand', async () => {
    const shape = (within: string): string =>
      `divisions(within: "${within}") { name reports(first: 1) { nodes { year } }
        applicationTotals(filter: { dispositions: [NOT_HELD] }, groupBy: [YEAR]) { total } }`;
    const one = await countStatements(shape('411302'));
    expect(one).toBe(1);
    expect(await countStatements(shape('410000'))).toBe(one);
  });
});
