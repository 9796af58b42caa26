import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AGENCY_KIND_CODES } from '../../src/catalog/agencyKinds.js';
import { DISCLOSURES, disclosureCode } from '../../src/catalog/disclosures.js';
import { DISPOSITION_CODES } from '../../src/catalog/dispositions.js';
import { INDICATOR_CODES } from '../../src/catalog/indicators.js';
import { REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import { Cube } from '../../src/cube/Cube.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { store } from '../harness/store.js';
import type { Report } from '../../src/ingest/types.js';
import { totalsLoaders } from '../../src/loaders/totalsLoaders.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import { disclosureTotals } from '../../src/queries/totals/disclosureTotals.js';
import type { ColumnCoverage, GroupRow } from '../../src/queries/totals/groupRows.js';
import { indicatorTotals } from '../../src/queries/totals/indicatorTotals.js';
import { reportCounts } from '../../src/queries/reportPages.js';
import { missingCounts, missingPages, type MissingRow } from '../../src/queries/totals/missing.js';
import type { Page } from '../../src/queries/totals/page.js';
import type { RankingAsked } from '../../src/queries/totals/RankedRow.js';
import { ranking } from '../../src/queries/totals/ranking.js';
import { reviewTotals } from '../../src/queries/totals/reviewTotals.js';
import type { ReportDimension, Roots, Selection } from '../../src/queries/totals/selection.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import type { TotalKind } from '../../src/totals/TotalsSource.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { type Step, step, take } from '../rollup/writers.js';
import { reports } from '../totals/drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const numRuns = Number(process.env['FC_RUNS'] ?? 20);
const DUE_YEAR = 2021;

/** Each kind of totals: its codes, its columns, and what the database says. */
const KINDS = {
  applications: { codes: DISPOSITION_CODES, columns: 7, ask: applicationTotals },
  disclosures: { codes: DISCLOSURES.map(disclosureCode), columns: 1, ask: disclosureTotals },
  reviews: { codes: REVIEW_TRACK_CODES, columns: 5, ask: reviewTotals },
  indicators: { codes: INDICATOR_CODES, columns: 2, ask: indicatorTotals },
} as const satisfies Record<TotalKind, object>;
const KIND_NAMES = Object.keys(KINDS) as TotalKind[];

/** Some of them, in the order that they have. */
const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc
    .shuffledSubarray([...values], { minLength: 1, maxLength: 3 })
    .map((chosen) => values.filter((value) => chosen.includes(value)));

const CODES = ['100000', '110000', '110100', '410000', '411300', '411302', '441900', '500000'];
const roots: fc.Arbitrary<Roots> = fc.oneof(
  fc.constant<Roots>({ of: 'ALL' }),
  fc.shuffledSubarray(CODES, { minLength: 1, maxLength: 4 }).map((codes): Roots => ({ of: 'DIVISION', codes })),
);
const year = (min: number, max: number): fc.Arbitrary<number | null> => fc.option(fc.integer({ min, max }));
const groupBy: fc.Arbitrary<ReportDimension[]> = fc
  .tuple(
    fc.constantFrom<ReportDimension | null>(null, 'NATION', 'PROVINCE', 'CITY', 'COUNTY'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([level, byYear, byKind]) => [
    ...(byYear ? (['YEAR'] as const) : []),
    ...(level ? [level] : []),
    ...(byKind ? (['AGENCY_KIND'] as const) : []),
  ]);

const selection: fc.Arbitrary<Selection> = fc
  .record({
    roots,
    from: year(2016, 2021),
    to: year(2018, 2024),
    within: fc.option(fc.shuffledSubarray(CODES, { maxLength: 3 }), { freq: 2 }),
    kinds: fc.option(fc.shuffledSubarray([...AGENCY_KIND_CODES], { maxLength: 3 }), { freq: 2 }),
    scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
    groupBy,
    dueYear: fc.constantFrom(DUE_YEAR, 2025),
  })
  .map((drawn) => ({ ...drawn, oneGroup: drawn.groupBy.length === 0, everyAgency: false }));

const page = fc.record({
  order: fc.constantFrom<Page['order']>('NATURAL', 'TOTAL_ASC', 'TOTAL_DESC'),
  first: fc.option(fc.integer({ min: 1, max: 5 })),
});

const counts = ({ reported, blank, unreadable, absent, notOnForm, expected, otherScope }: ColumnCoverage) =>
  [reported, blank, unreadable, absent, notOnForm, expected, otherScope].join('/');

/** All that a row says. */
const facts = (row: GroupRow<string, unknown>, columns: number) => ({
  ...{ root: row.root, key: row.key, year: row.year, division: row.divisionCode, agency: row.agencyId },
  ...{ kind: row.agencyKind, code: row.code, before: row.before, sumOfParts: row.sumOfParts },
  ...{ disagreeing: row.disagreeing, cursor: row.cursor, groups: row.groups, together: row.together },
  sums: Array.from({ length: columns }, (_, column) => row.sum(column)),
  coverages: Array.from({ length: columns === 2 ? 1 : columns }, (_, column) => counts(row.coverage(column))),
});

interface Drawn {
  readonly kind: TotalKind;
  readonly selection: Selection;
  readonly page: Omit<Page, 'after'>;
  readonly codes: readonly string[];
}
const question: fc.Arbitrary<Drawn> = fc.constantFrom(...KIND_NAMES).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    selection,
    // Only applications are ordered by their total.
    page: kind === 'applications' ? page : page.map((drawn) => ({ ...drawn, order: 'NATURAL' as const })),
    codes: some<string>(KINDS[kind].codes),
  }),
);

/** Who is missing from each group: how many, and two pages. */
async function compareMissing(rows: readonly GroupRow<string, unknown>[], selection: Selection): Promise<void> {
  const keys = [...new Set(rows.map(({ key }) => key))];
  const counted = await missingCounts(database.dataSource, selection, keys);
  const counts = new Map(counted.map(({ key, count }) => [key, count]));
  let after: readonly [number, number] | null = null;
  for (let pages = 0; pages < 2; pages++) {
    const stored: MissingRow[] = await missingPages(database.dataSource, selection, keys, 2, after);
    const pageOf = (of: string) => stored.flatMap(({ key, ...missing }) => (key === of ? [missing] : []));
    expect(rows.map(({ key, missing }) => [key, missing?.count(), missing?.page(2, after)])).toEqual(
      rows.map(({ key }) => [key, counts.get(key) ?? 0, pageOf(key)]),
    );
    const last = stored.at(-1);
    if (last === undefined) return;
    after = [last.year, last.agencyId];
  }
}

/** Two pages: the first, and what follows the last group of it in the first root. */
async function compare(cube: Cube, { kind, selection, page, codes }: Drawn): Promise<void> {
  const { ask, columns } = KINDS[kind];
  let after: readonly unknown[] | null = null;
  for (let pages = 0; pages < 2; pages++) {
    const asked = { selection, codes, page: { ...page, after } } as never;
    const expected = (await ask(database.dataSource, asked)) as GroupRow<string, unknown>[];
    const found = cube.groups(kind, asked) as GroupRow<string, unknown>[];
    // The database gives the roots in any order.
    const byRoot = (rows: readonly GroupRow<string, unknown>[]) =>
      rows.map((row) => facts(row, columns)).toSorted((one, other) => (one.root ?? '').localeCompare(other.root ?? ''));
    expect(byRoot(found)).toEqual(byRoot(expected));
    await compareMissing(found, selection);
    after = expected.findLast(({ root }) => root === expected[0]?.root)?.cursor ?? null;
    if (after === null) return;
  }
}

interface Happening {
  readonly reports: readonly Report[];
  /** What is revised, withdrawn and assigned afterwards. */
  readonly steps: readonly Step[];
  /** Columns that are added up in a second; what is needed beyond is gathered. */
  readonly allowed: number;
}
const happening: fc.Arbitrary<Happening> = fc.record({
  reports,
  steps: fc.array(step, { maxLength: 6 }),
  allowed: fc.constantFrom(0, 3, 64),
});

/** A cube that follows all that happens, and is asked in between: columns that have been asked for are followed. */
async function followed({ reports: all, steps, allowed }: Happening, ask: (cube: Cube) => void): Promise<Cube> {
  await emptied(database.dataSource);
  const cube = new Cube(readDivisions(), allowed);
  let horizon: string | null = null;
  const read = async (): Promise<void> => {
    const totals = await readTotals(database.dataSource, horizon);
    ({ horizon } = totals);
    cube.apply(totals);
    ask(cube);
  };
  await read();
  for (const [number, report] of all.entries()) {
    await store(database.dataSource, report, { sample: false });
    if (number % 3 === 2) await read();
  }
  for (const one of steps) {
    await take(database.dataSource, one);
    await read();
  }
  await read();
  return cube;
}

const WHOLE: Selection = {
  ...{ roots: { of: 'ALL' }, from: null, to: null, within: null, kinds: null, scope: 'OWN', groupBy: [] },
  ...{ oneGroup: true, everyAgency: false, dueYear: DUE_YEAR },
};

test('the cube says what the statements say, whatever the reports, their order and the question', async () => {
  await fc.assert(
    fc.asyncProperty(happening, fc.array(question, { minLength: 12, maxLength: 12 }), async (all, questions) => {
      const cube = await followed(all, (cube) => {
        for (const { kind, selection, page, codes } of questions)
          for (const row of cube.groups(kind, { selection, codes, page: { ...page, after: null } } as never) ?? [])
            facts(row, KINDS[kind].columns);
      });
      for (const asked of questions) await compare(cube, asked);
    }),
    { numRuns },
  );
});

const counted = fc.record({
  root: fc.constantFrom(null, ...CODES),
  from: year(2016, 2021),
  to: year(2018, 2024),
  within: fc.option(fc.shuffledSubarray(CODES, { maxLength: 3 }), { freq: 2 }),
  scope: fc.constantFrom(null, 'OWN' as const, 'CONSOLIDATED' as const),
});

test('the cube counts reports as the statements do', async () => {
  const all = { agencyIds: null, agencyName: null, forms: null, hasFindings: null, active: true };
  await fc.assert(
    fc.asyncProperty(happening, fc.array(counted, { minLength: 12, maxLength: 12 }), async (happened, questions) => {
      const ask = (cube: Cube) =>
        questions.map(({ root: key, ...wanted }) =>
          cube.reports({ of: key === null ? 'ALL' : 'DIVISION', key }, wanted),
        );
      const cube = await followed(happened, ask);
      const stored = questions.map(async ({ root, ...wanted }) => {
        const of = root === null ? 'ALL' : 'DIVISION';
        return (await reportCounts(database.dataSource, { of, keys: [root] }, { ...all, ...wanted }))[0]?.count;
      });
      expect(ask(cube)).toEqual(await Promise.all(stored));
    }),
    { numRuns },
  );
});

const rankingAsked: fc.Arbitrary<RankingAsked> = fc
  .record({
    selection,
    year: fc.integer({ min: 2018, max: 2022 }),
    level: fc.constantFrom('NATION' as const, 'PROVINCE' as const, 'CITY' as const, 'COUNTY' as const),
    indicator: fc.constantFrom(...INDICATOR_CODES),
    minimumDenominator: fc.constantFrom(0, 1, 4),
    order: fc.constantFrom('ASC' as const, 'DESC' as const),
    first: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ selection: drawn, year: from, level, ...asked }) => ({
    ...asked,
    selection: { ...drawn, roots: { of: 'ALL' }, from, to: from, groupBy: ['YEAR', level], oneGroup: false },
    after: null,
  }));

test('the cube ranks as the statements do', async () => {
  await fc.assert(
    fc.asyncProperty(happening, fc.array(rankingAsked, { minLength: 12, maxLength: 12 }), async (all, questions) => {
      const cube = await followed(all, (cube) => questions.forEach((asked) => cube.ranking(asked)));
      for (const asked of questions) {
        const first = await ranking(database.dataSource, asked);
        expect(cube.ranking(asked)).toEqual(first);
        const last = first.at(-1);
        const next: RankingAsked = { ...asked, after: last ? [last.value, last.entity] : null };
        expect(cube.ranking(next)).toEqual(await ranking(database.dataSource, next));
      }
    }),
    { numRuns },
  );
});

test('questions about agencies go to the database', async () => {
  const cube = new Cube(readDivisions());
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const ask = (selection: Partial<Selection>) =>
    cube.groups('reviews', { selection: { ...WHOLE, ...selection }, codes: ['RECONSIDERATION'], page });
  expect(ask({})).toHaveLength(1);
  expect(ask({ groupBy: ['AGENCY'] })).toBeNull();
  expect(ask({ roots: { of: 'AGENCY', ids: [1] } })).toBeNull();
  const asked = {
    selection: { ...WHOLE, groupBy: ['AGENCY'] as const, oneGroup: false },
    codes: ['RECONSIDERATION'] as const,
    page,
  };
  await expect(
    totalsLoaders(database.dataSource, cube).groups('reviews', { of: 'ALL', key: null }, asked),
  ).resolves.toBeInstanceOf(Array);
});

test.each([0, 64])('of no kind of agency there is nothing, with %d columns a second', async (allowed) => {
  await emptied(database.dataSource);
  await store(database.dataSource, buildReport({ year: 2020 }), { sample: false });
  const cube = new Cube(readDivisions(), allowed);
  cube.apply(await readTotals(database.dataSource, null));
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const reported = (kinds: Selection['kinds']) =>
    cube.groups('reviews', { selection: { ...WHOLE, kinds }, codes: ['RECONSIDERATION'], page })?.[0]?.coverage(0)
      .reported;
  expect([reported([]), reported(null)]).toEqual([0, 1]);
});

test('what was worked out before the totals moved on is not read together with what came after', async () => {
  const cube = new Cube(readDivisions());
  cube.apply(await readTotals(database.dataSource, null));
  const page = { order: 'NATURAL', first: null, after: null } as const;
  const [row] = cube.groups('reviews', { selection: WHOLE, codes: ['RECONSIDERATION'], page }) ?? [];
  expect(row?.coverage(0).otherScope).toBeGreaterThanOrEqual(0);
  await store(database.dataSource, buildReport({ year: 2035 }), { sample: false });
  cube.apply(await readTotals(database.dataSource, null));
  expect(() => row?.coverage(0).otherScope).toThrow('the totals have moved on');
});
