import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { store } from '../harness/store.js';
import { reportCounts, reportPages } from '../../src/queries/reportPages.js';
import type { ReportRoots, ReportsWanted } from '../../src/queries/reportsWanted.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { type Step, step, take } from '../rollup/writers.js';
import { reports, within } from '../totals/drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const numRuns = Number(process.env['FC_RUNS'] ?? 20);

/** What a report is chosen by. */
interface Stored {
  readonly id: string;
  readonly agencyId: number;
  readonly name: string;
  readonly lineage: readonly string[];
  readonly year: number;
  readonly scope: string;
  readonly form: string;
  readonly active: boolean;
  readonly hasFindings: boolean;
}

/** All of them in the order of lists. */
const everyReport = (): Promise<Stored[]> =>
  database.dataSource.query<Stored[]>(`
    select r.agency_id || '-' || r.id as id, r.agency_id as "agencyId", a.name, coalesce(d.lineage, '{}') as lineage,
      r.year, r.scope, r.form, r.active,
      exists (select from finding as f where f.agency_id = r.agency_id and f.report_id = r.id) as "hasFindings"
    from annual_report as r
    join agency as a on a.id = r.agency_id
    left join division as d on d.code = a.division_code
    order by r.year desc, r.agency_id, r.id`);

interface Asked {
  readonly wanted: Omit<ReportsWanted, 'agencyIds'>;
  /** The code of a division, or AN_AGENCY. */
  readonly root: string | null;
  readonly first: number;
}
const maybe = <Value>(...values: readonly Value[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
const asked: fc.Arbitrary<Asked> = fc.record({
  wanted: fc.record({
    from: maybe(-2147483648, 2018, 2020),
    to: maybe(2147483647, 2019, 2021),
    within,
    agencyName: maybe('甲', '乙', '%'),
    forms: maybe(['FORM_2019'] as const, ['FORM_2019', 'FORM_2021'] as const),
    scope: maybe('OWN' as const, 'CONSOLIDATED' as const),
    hasFindings: maybe(true, false),
    active: fc.boolean(),
  }),
  root: fc.constantFrom(null, 'AN_AGENCY', '100000', '410000', '411300', '411302'),
  first: fc.integer({ min: 1, max: 5 }),
});

const among = <Value>(wanted: readonly Value[] | null, value: Value): boolean =>
  wanted === null || wanted.includes(value);

const isWanted = (report: Stored, { wanted, root }: Asked, agencyId: number): boolean =>
  (wanted.from ?? -Infinity) <= report.year &&
  report.year <= (wanted.to ?? Infinity) &&
  (wanted.within === null || wanted.within.some((code) => report.lineage.includes(code))) &&
  (wanted.agencyName === null || report.name.includes(wanted.agencyName)) &&
  among<string>(wanted.forms, report.form) &&
  among(wanted.scope && [wanted.scope], report.scope) &&
  among(wanted.hasFindings === null ? null : [wanted.hasFindings], report.hasFindings) &&
  report.active === wanted.active &&
  (root === null || (root === 'AN_AGENCY' ? report.agencyId === agencyId : report.lineage.includes(root)));

const rootsOf = (root: Asked['root'], agencyId: number): ReportRoots => {
  if (root === null) return { of: 'ALL', keys: [null] };
  return root === 'AN_AGENCY' ? { of: 'AGENCY', keys: [String(agencyId)] } : { of: 'DIVISION', keys: [root] };
};

/** The list, page by page. */
async function paged(roots: ReportRoots, wanted: ReportsWanted, first: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: [number, number, number] | null = null; ;) {
    const page = await reportPages(database.dataSource, roots, wanted, first, after);
    ids.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (last === undefined || page.length < first) return ids;
    after = [last.year, last.agencyId, last.reportId];
  }
}

test('pages of reports, whatever is asked, are those of all reports, chosen one by one', async () => {
  const happened = fc.record({ all: reports, steps: fc.array<Step>(step, { maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(happened, fc.array(asked, { minLength: 20, maxLength: 20 }), async ({ all, steps }, questions) => {
      await emptied(database.dataSource);
      for (const report of all) await store(database.dataSource, report, { sample: false });
      for (const one of steps) await take(database.dataSource, one);
      const stored = await everyReport();
      const agencyId = stored.at(0)?.agencyId ?? 1;
      for (const question of questions) {
        const wanted = { ...question.wanted, agencyIds: null };
        const roots = rootsOf(question.root, agencyId);
        const expected = stored.filter((report) => isWanted(report, question, agencyId)).map(({ id }) => id);
        expect(await paged(roots, wanted, question.first)).toEqual(expected);
        expect((await reportCounts(database.dataSource, roots, wanted))[0]?.count).toBe(expected.length);
      }
    }),
    { numRuns },
  );
});
