import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../../src/ingest/store.js';
import { Running } from '../cli/run.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { post } from './ask.js';

/** Long, for a machine that does much else. */
const START_MS = 120_000;

let folder: string;
let database: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Of each process that answers, how many connections it has to the database. */
const connections = async (): Promise<number> => {
  const [row] = await database.dataSource.query<[{ count: number }]>(
    "select count(*) as count from pg_stat_activity as a where a.datname = current_database() and a.query like '%from dataset_version%' and a.pid <> pg_backend_pid()",
  );
  return row.count;
};

/** How many reports there are: by the database, and by the totals in memory. */
async function reports(url: string): Promise<readonly number[]> {
  const ask = async (query: string): Promise<unknown> =>
    (JSON.parse((await post(url, { query })).text) as { data: unknown }).data;
  const { dataset } = (await ask('{ dataset { reports } }')) as { dataset: { reports: number } };
  const { reviewTotals } = (await ask(
    '{ reviewTotals(filter: { tracks: [RECONSIDERATION] }) { coverage { reported } } }',
  )) as {
    reviewTotals: { coverage: { reported: number } }[];
  };
  return [dataset.reports, ...reviewTotals.map(({ coverage }) => coverage.reported)];
}

describe('serve --workers 2', () => {
  test(
    'answers from two processes on one port, each of which sees what another stores, and stops cleanly',
    async () => {
      const settings = { DATABASE_URL: database.url, PORT: '0', GONGKAI_SAMPLES: '0' };
      const running = new Running(['serve', '--workers', '2'], settings, folder);
      try {
        await running.says(/answers at/);
        const url = /http:\/\/\S+/.exec(running.stdout)?.[0] ?? '';
        // A connection for each request, so that both processes get their share.
        for (let stored = 1; stored <= 3; stored += 1) {
          await store(database.dataSource, buildReport({ year: 2000 + stored }), { sample: false });
          await delay(200);
          for (let times = 0; times < 8; times += 1) expect(await reports(url)).toEqual([stored, stored]);
        }
        expect(await connections()).toBeGreaterThanOrEqual(2);
      } finally {
        running.signal('SIGTERM');
      }
      expect((await running.ended).code).toBe(0);
    },
    START_MS,
  );

  test.each(['0', '257', 'two', '-1', '1.5'])('--workers %s is misuse', async (workers) => {
    const { code, stderr } = await new Running(['serve', '--workers', workers], {}, folder).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('whole number from 1 to 256')]);
  });
});
