import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepare } from '../../../src/ingest/store/prepare.js';
import { storeAll } from '../../../src/ingest/store/storeAll.js';
import { storeBatch } from '../../../src/ingest/store/storeBatch.js';
import { store } from '../../harness/store.js';
import { buildReport, type ReportSketch } from '../../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../../harness/createTestDatabase.js';
import { clear, dump } from './dump.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const RUNS = Number(process.env['FC_RUNS'] ?? '25');

/** Few agencies, years and figures, so that reports collide in every way. */
const sketch: fc.Arbitrary<ReportSketch> = fc
  .record({
    agency: fc.constantFrom('南阳市财政局', '南阳市民政局'),
    place: fc.constantFrom('411300', '411400', 'a.gov.cn', null),
    year: fc.integer({ min: 2019, max: 2020 }),
    scope: fc.constantFrom('OWN' as const, 'CONSOLIDATED' as const),
    received: fc.constantFrom(0, 5, 'BLANK' as const, 'ABSENT' as const),
    publishedOn: fc.constantFrom(null, '2020-01-20', '2021-03-01'),
    text: fc.constantFrom('本年度工作平稳。', '本年度工作较多。'),
    retrieved: fc.constantFrom('2021-02-01T00:00:00Z', '2021-06-01T00:00:00Z'),
    flagged: fc.boolean(),
  })
  .map(({ agency, place, year, scope, received, publishedOn, text, retrieved, flagged }) => ({
    ...{ agency, year, scope, publishedOn, text },
    division: place?.startsWith('41') === true ? place : null,
    site: place?.includes('.') === true ? place : null,
    figures: { 'APPLICATIONS/RECEIVED/TOTAL': received },
    retrievedAt: new Date(retrieved),
    findings: flagged ? [{ code: 'SCOPE_ASSUMED', place: null, raw: null, expected: null, actual: publishedOn }] : [],
  }));

const sketches = fc.array(sketch, { minLength: 1, maxLength: 14 });
const batchOf = (list: readonly ReportSketch[]) =>
  list.map((one) => ({ report: prepare(buildReport(one)), again: false }));

const oneByOne = async (list: readonly ReportSketch[]): Promise<string[]> => {
  await clear(database.dataSource);
  const statuses: string[] = [];
  for (const one of list) statuses.push((await store(database.dataSource, buildReport(one), { sample: false })).status);
  return statuses;
};

test('a batch leaves what its reports leave one by one, and says the same of each', async () => {
  const db = database.dataSource;
  await fc.assert(
    fc.asyncProperty(sketches, fc.nat(14), async (list, cut) => {
      const statuses = await oneByOne(list);
      const expected = await dump(db);
      await clear(db);
      const parts = [list.slice(0, cut), list.slice(cut)].filter((part) => part.length > 0);
      const said: string[] = [];
      for (const part of parts)
        said.push(...(await storeBatch(db, batchOf(part), { sample: false })).map(({ status }) => status));
      expect([said, await dump(db)]).toEqual([statuses, expected]);
    }),
    { numRuns: RUNS },
  );
});

test('writers at the same time, whatever their order, leave what one writer leaves', async () => {
  const db = database.dataSource;
  const writers = fc.array(fc.shuffledSubarray(Array.from({ length: 14 }, (_, index) => index)), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(sketches, writers, async (list, orders) => {
      const pick = (order: readonly number[]): ReportSketch[] => order.flatMap((index) => list[index] ?? []);
      await oneByOne([...list, ...orders.flatMap(pick)]);
      const expected = await dump(db);
      await clear(db);
      const batches = [list, ...orders.map(pick)].map(batchOf);
      const results = await Promise.all(batches.map((batch) => storeAll(db, batch, { sample: false })));
      for (const result of results.flat()) expect(result).toHaveProperty('status');
      expect(await dump(db)).toEqual(expected);
    }),
    { numRuns: RUNS },
  );
});
