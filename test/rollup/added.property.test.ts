import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepare } from '../../src/ingest/store/prepare.js';
import { storeBatch } from '../../src/ingest/store/storeBatch.js';
import { differences } from '../../src/rollup/check.js';
import { buildReport, type ReportSketch } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { reports } from '../totals/drawn.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(() => emptied(database.dataSource));

const put = (sketches: readonly ReportSketch[]): Promise<unknown> =>
  storeBatch(
    database.dataSource,
    sketches.map((sketch) => ({ report: prepare(buildReport(sketch)), again: false })),
    { sample: false },
  );

test('what reports add to their cells is what their rows give, whatever the reports and however they are batched', async () => {
  await fc.assert(
    fc.asyncProperty(reports, fc.nat(8), async (all, cut) => {
      await emptied(database.dataSource);
      for (const part of [all.slice(0, cut), all.slice(cut)])
        if (part.length > 0)
          await storeBatch(
            database.dataSource,
            part.map((report) => ({ report: prepare(report), again: false })),
            { sample: false },
          );
      expect(await differences(database.dataSource)).toEqual([]);
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 25) },
  );
});

describe('a cell', () => {
  const RECEIVED = 'APPLICATIONS/RECEIVED/TOTAL';
  const wrong = async (): Promise<string[]> =>
    (await differences(database.dataSource)).map(({ fact, stored, recomputed }) => `${fact} ${stored} ${recomputed}`);

  beforeEach(async () => {
    await put([{ agency: '甲', figures: { [RECEIVED]: 3 } }]);
    await database.dataSource.query('update total_cell set amounts = array(select 7 + v from unnest(amounts) as v)');
    expect(await wrong()).toEqual(['APPLICATIONS/RECEIVED/DISAGREEING 8 1', `${RECEIVED}/SUM 10 3`]);
  });

  test('is added to without a look at the reports that it holds already', async () => {
    await put([{ agency: '乙', figures: { [RECEIVED]: 5 } }]);
    expect(await wrong()).toEqual(['APPLICATIONS/RECEIVED/DISAGREEING 9 2', `${RECEIVED}/SUM 15 8`]);
  });

  test('is not added to by a report that somebody withdrew before it came', async () => {
    const sketch = { agency: '乙', figures: { [RECEIVED]: 5 } };
    await database.dataSource.query(
      `insert into document_standing (sha256, standing, decided_by, decided_at) values ($1, 'WITHDRAWN', '某甲', now())`,
      [buildReport(sketch).source.sha256],
    );
    await put([sketch]);
    expect(await wrong()).toEqual([]);
    expect(await database.dataSource.query('select t.reports from total_cell as t')).toEqual([{ reports: 1 }]);
  });

  test.each<[string, readonly ReportSketch[]]>([
    ['is revised', [{ agency: '甲', figures: { [RECEIVED]: 4 } }]],
    [
      'comes twice at once, unlike',
      [
        { agency: '乙', figures: { [RECEIVED]: 4 } },
        { agency: '乙', figures: { [RECEIVED]: 5 } },
      ],
    ],
  ])('is made anew where a report of it %s', async (_, sketches) => {
    await put(sketches);
    expect(await wrong()).toEqual([]);
  });
});
