import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FindingCode } from '../../src/catalog/findings.js';
import { store } from '../harness/store.js';
import type { Finding } from '../../src/ingest/types.js';
import { createTestApi, type TestApi } from '../harness/api.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';

const finding = (code: FindingCode): Finding => ({ code, place: null, raw: null, expected: '1', actual: '2' });

/** The second report of 财政局 for 2020 is the later one, so that the first is a revision which does not count. */
const SKETCHES: ReportSketch[] = [
  { year: 2020, publishedOn: '2021-01-20', findings: [finding('TITLE_YEAR'), finding('NEGATIVE_COUNT')] },
  {
    year: 2020,
    publishedOn: '2021-02-20',
    findings: [finding('TITLE_YEAR')],
    figures: { 'APPLICATIONS/GRANTED/TOTAL': 1 },
  },
  { year: 2021, findings: [finding('TITLE_YEAR')] },
  {
    agency: '西城区教育局',
    division: '110102',
    year: 2021,
    findings: [finding('NEGATIVE_COUNT'), finding('SECTION_MISSING')],
  },
];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  for (const sketch of SKETCHES) await store(api.database.dataSource, buildReport(sketch), { sample: false });
});
afterAll(() => api.close());

interface Answer {
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly code: string; readonly report: { readonly year: number } }[];
  };
}

describe('findings of active reports', () => {
  test.each<[string, string[]]>([
    ['', ['TITLE_YEAR 2020', 'TITLE_YEAR 2021', 'NEGATIVE_COUNT 2021', 'SECTION_MISSING 2021']],
    ['years: { to: 2020 }', ['TITLE_YEAR 2020']],
    ['years: { from: 2021 }', ['TITLE_YEAR 2021', 'NEGATIVE_COUNT 2021', 'SECTION_MISSING 2021']],
    ['codes: ["TITLE_YEAR"]', ['TITLE_YEAR 2020', 'TITLE_YEAR 2021']],
    ['codes: ["NEGATIVE_COUNT"], years: { from: 2020, to: 2020 }', []],
    [
      'codes: ["NEGATIVE_COUNT", "TITLE_YEAR"], years: { from: 2021, to: 2021 }',
      ['TITLE_YEAR 2021', 'NEGATIVE_COUNT 2021'],
    ],
    ['severities: [ERROR]', ['NEGATIVE_COUNT 2021']],
    ['severities: [WARNING], within: ["110000"]', ['SECTION_MISSING 2021']],
  ])('findings(filter: { %s })', async (filter, expected) => {
    const { findings } = await api.ask<Answer>(
      `{ findings(filter: { ${filter} }) { totalCount nodes { code report { year } } } }`,
    );
    expect(findings.nodes.map(({ code, report }) => `${code} ${report.year}`)).toEqual(expected);
    expect(findings.totalCount).toBe(expected.length);
  });
});
