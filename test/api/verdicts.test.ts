import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { review } from '../../src/ingest/decisions/review.js';
import { store } from '../harness/store.js';
import { createTestApi, type TestApi } from '../harness/api.js';
import { buildReport } from '../harness/buildReport.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
  const db = api.database.dataSource;
  const finding = (actual: string) => ({
    code: 'TITLE_YEAR' as const,
    place: null,
    raw: null,
    expected: '2020',
    actual,
  });
  await store(db, buildReport({ findings: [finding('2021'), finding('2022'), finding('2023')] }), { sample: false });
  const ids = await db.query<{ id: string }[]>(`select agency_id || '-' || id as id from finding order by actual`);
  const said = { by: '某甲', at: new Date('2026-01-01T08:00:00Z') };
  await review(db, ids[0]?.id ?? '', { verdict: 'DISMISSED', note: '标题笔误', ...said });
  await review(db, ids[1]?.id ?? '', { verdict: 'CONFIRMED', note: null, ...said });
});
afterAll(() => api.close());

interface Findings {
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly actual: string; readonly verdict: string | null }[];
  };
}
const ask = async (filter: string): Promise<string[]> => {
  const { findings } = await api.ask<Findings>(
    `{ findings(filter: { ${filter} }) { totalCount nodes { actual verdict } } }`,
  );
  expect(findings.totalCount).toBe(findings.nodes.length);
  return findings.nodes.map(({ actual, verdict }) => `${actual} ${verdict}`);
};

describe('verdicts', () => {
  test.each<[string, string[]]>([
    ['', ['2021 DISMISSED', '2022 CONFIRMED', '2023 null']],
    ['verdicts: [DISMISSED]', ['2021 DISMISSED']],
    ['verdicts: [CONFIRMED, DISMISSED]', ['2021 DISMISSED', '2022 CONFIRMED']],
    ['dismissed: false', ['2022 CONFIRMED', '2023 null']],
    ['dismissed: true', ['2021 DISMISSED']],
    ['dismissed: true, verdicts: [CONFIRMED]', []],
  ])('findings(filter: { %s })', async (filter, expected) => {
    expect(await ask(filter)).toEqual(expected);
  });

  test('say who, when and why, and stay with the report', async () => {
    const { reports } = await api.ask<{ reports: { nodes: { findings: unknown[] }[] } }>(
      '{ reports { nodes { findings { verdict verdictNote verdictBy verdictAt } } } }',
    );
    expect(reports.nodes[0]?.findings).toEqual([
      { verdict: 'DISMISSED', verdictNote: '标题笔误', verdictBy: '某甲', verdictAt: '2026-01-01T08:00:00.000Z' },
      { verdict: 'CONFIRMED', verdictNote: null, verdictBy: '某甲', verdictAt: '2026-01-01T08:00:00.000Z' },
      { verdict: null, verdictNote: null, verdictBy: null, verdictAt: null },
    ]);
  });
});
