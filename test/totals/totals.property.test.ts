import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISCLOSURES, disclosureCode } from '../../src/catalog/disclosures.js';
import { DISPOSITION_CODES } from '../../src/catalog/dispositions.js';
import { INDICATOR_CODES } from '../../src/catalog/indicators.js';
import { REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import { store } from '../harness/store.js';
import type { Report } from '../../src/ingest/types.js';
import { applicationTotals } from '../../src/queries/totals/applicationTotals.js';
import { disclosureTotals } from '../../src/queries/totals/disclosureTotals.js';
import type { GroupRow } from '../../src/queries/totals/groupRows.js';
import { indicatorTotals } from '../../src/queries/totals/indicatorTotals.js';
import { missingCounts, missingPages } from '../../src/queries/totals/missing.js';
import { ranking } from '../../src/queries/totals/ranking.js';
import { reviewTotals } from '../../src/queries/totals/reviewTotals.js';
import type { ReportDimension, Selection } from '../../src/queries/totals/selection.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import type { NaiveQuestion } from '../harness/naive/naiveGroups.js';
import { type NaiveRanking, naiveRanking } from '../harness/naive/naiveRanking.js';
import { naiveIndicators, naiveTotals } from '../harness/naive/naiveTotals.js';
import { question, reports, within } from './drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

function selectionOf({ level, byYear, byAgency, from, to, within, scope, dueYear }: NaiveQuestion): Selection {
  const groupBy: ReportDimension[] = [
    ...(byYear ? (['YEAR'] as const) : []),
    ...(level ? [level] : []),
    ...(byAgency ? (['AGENCY'] as const) : []),
  ];
  return {
    ...{ roots: { of: 'ALL' }, from, to, within, kinds: null, scope, groupBy },
    ...{ oneGroup: groupBy.length === 0, everyAgency: false, dueYear },
  };
}

async function agencyNames(): Promise<ReadonlyMap<number, string>> {
  const agencies = await database.dataSource.query<{ id: number; name: string; division_code: string | null }[]>(
    'select id, name, division_code from agency',
  );
  return new Map(agencies.map(({ id, name, division_code: code }) => [id, `${code} ${name}`]));
}

/** The groups as the naive way writes them, missing agency-years included. */
async function linesOf(
  rows: readonly GroupRow<string, unknown>[],
  selection: Selection,
  columnsOf: (row: GroupRow<string, unknown>) => readonly string[],
): Promise<string[]> {
  const names = await agencyNames();
  const keys = rows.map(({ key }) => key);
  const missing = await missingPages(database.dataSource, selection, keys, 1000, null);
  const counts = new Map(
    (await missingCounts(database.dataSource, selection, keys)).map((row) => [row.key, row.count]),
  );
  return rows
    .map((row) => {
      const { expected, otherScope } = row.coverage(0);
      const here = missing.filter(({ key }) => key === row.key);
      expect(counts.get(row.key) ?? 0).toBe(here.length);
      const lacking = here.map(({ year, agencyId }) => `${year} ${names.get(agencyId)}`).toSorted();
      const name = row.agencyId === null ? '' : names.get(row.agencyId);
      const key = `${row.year ?? ''}|${row.divisionCode ?? ''}|${name}`;
      return [key, ...columnsOf(row), expected, otherScope, lacking.join(',')].join(' ; ');
    })
    .toSorted();
}

const coverageOf = (row: GroupRow<string, unknown>, column: number): string => {
  const { reported, blank, unreadable, absent, notOnForm } = row.coverage(column);
  return [reported, blank, unreadable, absent, notOnForm].join('/');
};

const printedColumns =
  (columns: number) =>
  (row: GroupRow<string, unknown>): readonly string[] => [
    ...Array.from({ length: columns }, (_, column) => `${row.sum(column)}/${coverageOf(row, column)}`),
    columns > 1 ? `${row.sumOfParts} ${row.disagreeing}` : '',
    `previous ${row.before}`,
  ];

const rateColumns = (row: GroupRow<string, unknown>): readonly string[] => [
  `${row.sum(0)}/${row.sum(1)}/${coverageOf(row, 0)}`,
];

const page = { order: 'NATURAL', first: null, after: null } as const;

/** Each kind of totals: what can be asked, what the database says and what the naive sum over reports says. */
const KINDS: readonly {
  readonly name: string;
  readonly codes: readonly string[];
  readonly ask: (selection: Selection, code: never) => Promise<readonly GroupRow<string, unknown>[]>;
  readonly columns: (row: GroupRow<string, unknown>) => readonly string[];
  readonly naive: (reports: readonly Report[], question: NaiveQuestion, code: string) => string[];
}[] = [
  {
    name: 'applications',
    codes: DISPOSITION_CODES,
    ask: (selection, code) => applicationTotals(database.dataSource, { selection, codes: [code], page }),
    columns: printedColumns(7),
    naive: (all, asked, code) => naiveTotals(all, asked, 'APPLICATIONS', code),
  },
  {
    name: 'reviews',
    codes: REVIEW_TRACK_CODES,
    ask: (selection, code) => reviewTotals(database.dataSource, { selection, codes: [code], page }),
    columns: printedColumns(5),
    naive: (all, asked, code) => naiveTotals(all, asked, 'REVIEWS', code),
  },
  {
    name: 'disclosures',
    codes: DISCLOSURES.map(disclosureCode),
    ask: (selection, code) => disclosureTotals(database.dataSource, { selection, codes: [code], page }),
    columns: printedColumns(1),
    naive: (all, asked, code) => naiveTotals(all, asked, 'DISCLOSURES', code),
  },
  {
    name: 'indicators',
    codes: INDICATOR_CODES,
    ask: (selection, code) => indicatorTotals(database.dataSource, { selection, codes: [code], page }),
    columns: rateColumns,
    naive: naiveIndicators,
  },
];

const numRuns = Number(process.env['FC_RUNS'] ?? 25);

async function fill(all: readonly Report[]): Promise<void> {
  await database.dataSource.query('truncate agency cascade');
  for (const report of all) await store(database.dataSource, report, { sample: false });
}

test.each(KINDS)(
  'totals of $name in SQL are those of the naive sum over reports, whatever the reports and the question',
  async ({ codes, ask, columns, naive }) => {
    await fc.assert(
      fc.asyncProperty(
        reports,
        fc.array(fc.tuple(question, fc.constantFrom(...codes)), { minLength: 6, maxLength: 6 }),
        async (all, questions) => {
          await fill(all);
          for (const [asked, code] of questions) {
            const selection = selectionOf(asked);
            const rows = await ask(selection, code as never);
            expect(await linesOf(rows, selection, columns)).toEqual(naive(all, asked, code));
          }
        },
      ),
      { numRuns },
    );
  },
  300_000,
);

const rankingAsked: fc.Arbitrary<NaiveRanking> = fc.record({
  indicator: fc.constantFrom(...INDICATOR_CODES),
  year: fc.integer({ min: 2018, max: 2022 }),
  level: fc.constantFrom(null, 'NATION', 'PROVINCE', 'CITY', 'COUNTY'),
  within,
  scope: fc.constantFrom('OWN', 'CONSOLIDATED'),
  minimumDenominator: fc.constantFrom(0, 1, 4),
  order: fc.constantFrom('ASC', 'DESC'),
  dueYear: fc.constant(2021),
});

async function rankedLines(asked: NaiveRanking, names: ReadonlyMap<number, string>, size: number): Promise<string[]> {
  const { indicator, year, level, minimumDenominator, order } = asked;
  const selection: Selection = {
    ...selectionOf({ ...asked, from: year, to: year, byYear: true, byAgency: level === null }),
    everyAgency: level === null,
  };
  const lines: string[] = [];
  let after: readonly [number, number] | null = null;
  for (;;) {
    const rows = await ranking(database.dataSource, {
      ...{ selection, indicator: indicator as never, minimumDenominator, order, first: size, after },
    });
    lines.push(
      ...rows.map(({ divisionCode, agencyId, rank, percentile, numerator, denominator, change }) => {
        const name = divisionCode ?? names.get(agencyId ?? 0);
        return `${name} ${rank} ${percentile} ${numerator}/${denominator} ${change}`;
      }),
    );
    const last = rows.at(-1);
    if (!last || rows.length < size) return lines;
    after = [last.value, last.entity];
  }
}

test('rankings in SQL, page by page, are the naive ones', async () => {
  await fc.assert(
    fc.asyncProperty(
      reports,
      fc.array(rankingAsked, { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 1, max: 4 }),
      async (all, questions, size) => {
        await fill(all);
        const names = await agencyNames();
        const ids = new Map([...names].map(([id, name]) => [name, id]));
        for (const asked of questions)
          expect(await rankedLines(asked, names, size)).toEqual(
            naiveRanking(all, asked, (name) => ids.get(name) ?? Number(name)),
          );
      },
    ),
    { numRuns },
  );
});

/** One within another, and one beside them; in the order in which they are answered. */
const PLACES = { of: 'DIVISION', codes: ['110000', '410000', '411300'] } as const;

test('pages put together are the whole, in any order, and of several places each has its own', async () => {
  await fc.assert(
    fc.asyncProperty(
      reports,
      fc.array(question, { minLength: 4, maxLength: 4 }),
      fc.constantFrom('NATURAL', 'TOTAL_ASC', 'TOTAL_DESC'),
      fc.integer({ min: 1, max: 5 }),
      async (stored, questions, order, first) => {
        await fill(stored);
        for (const asked of questions) {
          const codes = ['GRANTED', 'NOT_HELD', 'TOTAL_HANDLED'] as const;
          const ask = (
            limit: number | null,
            after: readonly unknown[] | null,
            roots: Selection['roots'] = { of: 'ALL' },
          ) =>
            applicationTotals(database.dataSource, {
              ...{ selection: { ...selectionOf(asked), roots }, codes },
              page: { order, first: limit, after },
            });
          const whole = await ask(null, null);
          const together: typeof whole = [];
          for (let rows = await ask(first, null); rows.length > 0; rows = await ask(first, rows.at(-1)?.cursor ?? []))
            together.push(...rows);
          const facts = (rows: typeof whole) => rows.map((row) => [row.cursor, row.sum(6), row.coverage(6)]);
          expect(facts(together)).toEqual(facts(whole));
          if (order !== 'NATURAL') expect(isOrdered(whole, order)).toBe(true);
          const all = await ask(null, null, PLACES);
          const ofEach = PLACES.codes.flatMap((code) => all.filter(({ root }) => root === code).slice(0, first));
          expect(facts(await ask(first, null, PLACES))).toEqual(facts(ofEach));
        }
      },
    ),
    { numRuns },
  );
});

function isOrdered(rows: readonly GroupRow<string, number>[], order: string): boolean {
  const sign = order === 'TOTAL_ASC' ? 1 : -1;
  const worth = rows.map((row) => {
    const total = row.sum(6);
    return total === null ? Number.POSITIVE_INFINITY : sign * total;
  });
  return worth.every((value, index) => index === 0 || value >= (worth[index - 1] ?? Number.NEGATIVE_INFINITY));
}
