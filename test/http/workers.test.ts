import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { Running } from '../cli/run.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { eventually } from '../harness/eventually.js';
import { post } from './ask.js';

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

/** Processes that answer for another. */
async function workersOf(pid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  const processes = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return processes
    .filter(([, parent, ...args]) => Number(parent) === pid && args.some((arg) => arg.endsWith('worker.js')))
    .map(([id]) => Number(id));
}

/** A question on a connection of its own: whether it is answered, or the connection ends (or neither for so long, in ms). */
const question = (url: string, patience: number): Promise<'answered' | 'ended' | 'hangs'> =>
  new Promise((resolve) => {
    const body = JSON.stringify({ query: '{ dataset { reports } }' });
    const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    const socket = createConnection(Number(new URL(url).port), 'localhost');
    let answer = '';
    const timer = setTimeout(() => {
      resolve('hangs');
      socket.destroy();
    }, patience);
    socket
      .on('connect', () => socket.write(`${head}\r\nConnection: close\r\n\r\n${body}`))
      .on('data', (piece) => (answer += piece.toString()))
      .on('error', () => undefined)
      .on('close', () => {
        clearTimeout(timer);
        resolve(answer.includes('"reports":') ? 'answered' : 'ended');
      });
  });

describe('serve --workers 2', () => {
  test('answers from two processes on one port, each of which sees what another stores, and stops cleanly', async () => {
    const settings = { DATABASE_URL: database.url, PORT: '0', GONGKAI_SAMPLES: '0' };
    const running = new Running(['serve', '--workers', '2'], settings, folder);
    try {
      await running.says(/answers at/);
      const url = /http:\/\/\S+/.exec(running.stdout)?.[0] ?? '';
      // A connection for each request, so that both processes get their share.
      for (let stored = 1; stored <= 3; stored += 1) {
        await store(database.dataSource, buildReport({ year: 2000 + stored }), { sample: false });
        await eventually(async () => {
          const answers = [];
          for (let times = 0; times < 8; times += 1) answers.push(...(await reports(url)));
          return answers.every((count) => count === stored);
        });
      }
      expect(await connections()).toBeGreaterThanOrEqual(2);
    } finally {
      running.signal('SIGTERM');
    }
    expect((await running.ended).code).toBe(0);
  });

  test('leaves nobody waiting when one of them is killed: each is answered or told', async () => {
    const settings = { DATABASE_URL: database.url, PORT: '0', GONGKAI_SAMPLES: '0', LOG_LEVEL: 'error' };
    const running = new Running(['serve', '--workers', '2'], settings, folder);
    try {
      const [url = ''] = await running.says(/http:\/\/\S+/);
      const asked = Array.from({ length: 300 }, () => question(url, 20_000));
      await Promise.race(asked);
      const [worker] = await workersOf(running.pid ?? 0);
      if (worker === undefined) throw new Error('there is no worker');
      const more = Array.from({ length: 300 }, () => question(url, 20_000));
      await delay(10);
      process.kill(worker, 'SIGKILL');
      const became = await Promise.all([...asked, ...more]);
      expect(became.filter((one) => one === 'hangs')).toEqual([]);
      expect(became.filter((one) => one === 'answered').length).toBeGreaterThan(100);
    } finally {
      running.signal('SIGTERM');
    }
    expect((await running.ended).code).toBe(0);
  });

  test.each(['0', '257', 'two', '-1', '1.5'])('--workers %s is misuse', async (workers) => {
    const { code, stderr } = await new Running(['serve', '--workers', workers], {}, folder).ended;
    expect([code, stderr]).toEqual([2, expect.stringContaining('whole number from 1 to 256')]);
  });
});
