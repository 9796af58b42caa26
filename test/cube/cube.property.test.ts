import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Cube } from '../../src/cube/Cube.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { store } from '../harness/store.js';
import type { ColumnCoverage, GroupRow } from '../../src/queries/totals/groupRows.js';
import { reportCounts } from '../../src/queries/reportPages.js';
import { missingCounts, missingPages, type MissingRow } from '../../src/queries/totals/missing.js';
import type { RankingAsked } from '../../src/queries/totals/RankedRow.js';
import { ranking } from '../../src/queries/totals/ranking.js';
import type { Selection } from '../../src/queries/totals/selection.js';
import { readTotals } from '../../src/rollup/readTotals.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { take } from '../rollup/writers.js';
import { counted, type Drawn, type Happening, happening, KINDS, question, rankingAsked } from './drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const numRuns = Number(process.env['FC_RUNS'] ?? 20);

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
