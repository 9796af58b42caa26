import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { UsageError } from '../../../src/errors.js';
import { assign } from '../../../src/ingest/decisions/assign.js';
import { review } from '../../../src/ingest/decisions/review.js';
import { type Standing, stand } from '../../../src/ingest/decisions/stand.js';
import { store } from '../../harness/store.js';
import { differences } from '../../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { withDatabase } from '../../harness/withDatabase.js';
import { emptied } from '../../harness/emptied.js';

let db: DataSource;
withDatabase((dataSource) => void (db = dataSource));

/** One thing that happens; false where it cannot happen yet. */
type Step = () => Promise<boolean>;

const AGENCIES: readonly Pick<ReportSketch, 'agency' | 'division' | 'site'>[] = [
  { agency: '教育局', division: null, site: 'a.gov.cn' },
  { agency: '教育局', division: null, site: 'b.gov.cn' },
  { agency: '南阳市教育局', division: '411300', site: null },
  { agency: '某局', division: null, site: null },
];

const documentOf = fc.record({
  agency: fc.constantFrom(...AGENCIES),
  year: fc.constantFrom(2022, 2023),
  scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
  carried: fc.integer({ min: 0, max: 3 }),
  day: fc.integer({ min: 10, max: 28 }),
});

const ids = { report: `r.agency_id || '-' || r.id`, agency: 'r.agency_id::text' };
const found = async (column: keyof typeof ids, sha256: string): Promise<string | null> => {
  const [row] = await db.query<{ id: string }[]>(
    `select ${ids[column]} as id from source_document as s
     join annual_report as r on r.agency_id = s.agency_id and r.id = s.report_id where s.sha256 = $1`,
    [sha256],
  );
  return row?.id ?? null;
};

const saidAt = (moment: number) => ({ by: '某甲', at: new Date(Date.UTC(2026, 0, 1, 0, moment)), note: null });
const NOTHING = { division: null, agencyName: null, scope: null };

const storing =
  (sketch: ReportSketch): Step =>
  async () => {
    await store(db, buildReport(sketch), { sample: false });
    return true;
  };
const placing =
  (sha256: string, division: string, moment: number): Step =>
  async () => {
    if ((await found('report', sha256)) === null) return false;
    await assign(db, { of: 'document', sha256 }, { ...NOTHING, division }, saidAt(moment));
    return true;
  };
const scoping =
  (sha256: string, scope: 'OWN' | 'CONSOLIDATED', moment: number): Step =>
  async () => {
    if ((await found('report', sha256)) === null) return false;
    await assign(db, { of: 'document', sha256 }, { ...NOTHING, scope }, saidAt(moment));
    return true;
  };
/** Whatever goes by that name on that site is the education bureau of Nanyang. */
const merging =
  (site: string, moment: number): Step =>
  async () => {
    const [row] = await db.query<{ id: number }[]>('select id from agency where site = $1 and division_code is null', [
      site,
    ]);
    if (row === undefined) return false;
    await assign(db, { of: 'agency', agencyId: row.id }, { ...NOTHING, division: '411300' }, saidAt(moment));
    return true;
  };
const standing =
  (sha256: string, which: Standing, moment: number): Step =>
  async () => {
    const id = await found('report', sha256);
    if (id === null) return false;
    await stand(db, id, which, saidAt(moment));
    return true;
  };
/** Looks for the finding until the end: only what is there at the end shows. */
const reviewing =
  (sha256: string, expected: number, actual: number): Step =>
  async () => {
    const [row] = await db.query<{ id: string }[]>(
      `select f.agency_id || '-' || f.id as id from finding as f
       join source_document as s on s.agency_id = f.agency_id and s.report_id = f.report_id
       where s.sha256 = $1 and f.code = 'CARRY_OVER_CHAIN' and f.expected = $2 and f.actual = $3`,
      [sha256, String(expected), String(actual)],
    );
    if (row !== undefined) await review(db, row.id, { verdict: 'DISMISSED', ...saidAt(0) });
    return false;
  };

/** Takes the steps in an order of keys; one that cannot be taken yet is tried again after each. */
async function take(steps: readonly Step[], order: readonly number[]): Promise<void> {
  await emptied(db);
  const rank = (index: number): number => order[index % order.length] ?? 0;
  let waiting: readonly Step[] = [];
  for (const [, step] of [...steps.entries()].sort(([a], [b]) => rank(a) - rank(b))) {
    const left: Step[] = [];
    for (const one of [step, ...waiting]) if (!(await one())) left.push(one);
    waiting = left;
  }
  for (const one of waiting) await one();
}

/** All that the order must not change. */
const outcome = async (): Promise<readonly string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', coalesce(a.division_code, a.site, 'alone'), a.normalized_name, a.first_year, r.year, r.scope,
       r.scope_basis, case when r.active then 'active' end, r.published_on,
       (select string_agg(s.sha256, ',' order by s.sha256) from source_document as s
        where s.agency_id = r.agency_id and s.report_id = r.id),
       (select string_agg(concat_ws(' ', f.code, f.place, f.expected, f.actual, f.verdict), ',' order by f.code, f.place, f.expected, f.actual)
        from finding as f where f.agency_id = r.agency_id and f.report_id = r.id)) as said
     from annual_report as r join agency as a on a.id = r.agency_id
     order by 1`,
  );
  return rows.map(({ said }) => said);
};

describe('the order of documents and decisions', () => {
  test('changes nothing in the end, and the totals kept are those of the reports', async () => {
    const plan = fc.record({
      documents: fc.array(documentOf, { minLength: 2, maxLength: 6 }),
      picks: fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      sites: fc.subarray(['a.gov.cn', 'b.gov.cn']),
      orders: fc.tuple(
        fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
        fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
      ),
    });
    const runs = Number(process.env['FC_RUNS'] ?? 8);
    await fc.assert(
      fc.asyncProperty(plan, async ({ documents, picks, sites, orders }) => {
        const sketches = documents.map(({ agency, year, scope, carried, day }, index): ReportSketch => ({
          ...agency,
          ...{ year, scope, publishedOn: `${year + 1}-01-${day}`, text: `第${index}份。` },
          figures: { 'APPLICATIONS/CARRIED_OUT/TOTAL': carried, 'APPLICATIONS/CARRIED_IN/TOTAL': carried },
        }));
        const shas = sketches.map((sketch) => buildReport(sketch).source.sha256);
        const pick = (index: number): string => shas[(picks[index] ?? 0) % shas.length] ?? '';
        const steps = [
          ...sketches.map(storing),
          placing(pick(0), '411302', 1),
          scoping(pick(1), 'OWN', 2),
          ...sites.map((site, index) => merging(site, 3 + index)),
          standing(pick(2), 'COUNTS', 6),
          standing(pick(3), 'WITHDRAWN', 7),
          ...shas.flatMap((sha) => [reviewing(sha, 1, 2), reviewing(sha, 0, 1), reviewing(sha, 3, 0)]),
        ];
        await take(steps, orders[0]);
        const first = await outcome();
        await take(steps, orders[1]);
        expect(await outcome()).toEqual(first);
        expect(await differences(db)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('nor do stores at the same time as a decision', async () => {
    await emptied(db);
    const sketch = (year: number): ReportSketch => ({ ...AGENCIES[0], year });
    const { agencyId } = await store(db, buildReport(sketch(2010)), { sample: false });
    await Promise.all([
      ...Array.from({ length: 8 }, (_, index) => store(db, buildReport(sketch(2011 + index)), { sample: false })),
      assign(db, { of: 'agency', agencyId }, { ...NOTHING, division: '411300' }, saidAt(0)),
    ]);
    expect(
      await db.query(
        'select division_code, count(*)::int as n from agency join annual_report as r on r.agency_id = agency.id group by 1',
      ),
    ).toEqual([{ division_code: '411300', n: 9 }]);
  });

  test('a decision that cannot be made changes nothing', async () => {
    await emptied(db);
    await store(db, buildReport({}), { sample: false });
    const before = await outcome();
    await expect(assign(db, { of: 'agency', agencyId: -1 }, { ...NOTHING, scope: 'OWN' }, saidAt(0))).rejects.toThrow(
      UsageError,
    );
    expect(await outcome()).toEqual(before);
  });
});
