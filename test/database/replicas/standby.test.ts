import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource, createReadingDataSource } from '../../../src/database/dataSource.js';
import { DatasetVersion } from '../../../src/database/DatasetVersion.js';
import { migrate } from '../../../src/database/migrate.js';
import { store } from '../../harness/store.js';
import { type Server, startServer } from '../../../src/server.js';
import { buildReport } from '../../harness/buildReport.js';
import { eventually } from '../../harness/eventually.js';
import { post } from '../../http/ask.js';
import { ask, copyServer, killServer, newFolder, removeFolder, startPrimary, startStandby } from './scene.js';

const LAG_MS = 1_500;
const TIMING = { lagMs: LAG_MS, roundMs: 100, steadyMs: 500 };

let folders: { primary: string; standby: string };
let primaryUrl = '';
let primary: DataSource;
let standbyUrl = '';
let reading: DataSource;
let server: Server;
let stored = 0;

beforeAll(async () => {
  folders = { primary: await newFolder(), standby: await newFolder() };
  primaryUrl = await startPrimary(folders.primary);
  primary = await createDataSource(primaryUrl).initialize();
  await migrate(primary);
  await ask(primaryUrl, 'create database other');
  const versions = 'select 1::smallint as shard, 7::bigint as version, now() as changed_at';
  await ask(otherOf(primaryUrl), `create table dataset_version as ${versions}`);
  await copyServer(primaryUrl, folders.primary, folders.standby);
  standbyUrl = await startStandby(primaryUrl, folders.standby, null);
  await caughtUp();
  const options = { statementMs: 1_000, replicaUrls: [standbyUrl], timing: TIMING };
  reading = await createReadingDataSource(primaryUrl, options).initialize();
  server = await startServer({ dataSource: reading, port: 0 });
});

afterAll(async () => {
  try {
    await server.stop();
    await reading.destroy();
    await primary.destroy().catch(() => undefined);
  } finally {
    await Promise.all(Object.values(folders).map(removeFolder));
  }
});

const otherOf = (url: string): string => Object.assign(new URL(url), { pathname: '/other' }).href;

const ingest = async (): Promise<void> => {
  await store(primary, buildReport({ year: 2000 + stored }), { sample: false });
  stored += 1;
};

/** The standby has replayed everything. */
const caughtUp = async (): Promise<void> => {
  const [{ lsn }] = (await ask<{ lsn: string }>(primaryUrl, 'select pg_current_wal_flush_lsn() as lsn')) as [
    { lsn: string },
  ];
  await eventually(async () => {
    const [row] = await ask<{ there: boolean }>(standbyUrl, `select pg_last_wal_replay_lsn() >= '${lsn}' as there`);
    return row?.there === true;
  });
};

/** Where the server's statements go. */
const fromStandby = async (): Promise<boolean> => {
  const [row] = await reading.query<[{ standby: boolean }]>('select pg_is_in_recovery() as standby');
  return row.standby;
};

/** Connections that keep this process from ending, those of the server that is tested among them. */
const openSockets = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length;

const QUESTION = `{
  dataset { reports }
  applicationTotals(filter: { dispositions: [TOTAL_HANDLED] }, groupBy: [YEAR]) { coverage { reported } }
}`;

interface Said {
  readonly data: {
    readonly dataset: { readonly reports: number };
    readonly applicationTotals: readonly { readonly coverage: { readonly reported: number } }[];
  };
  readonly errors?: unknown;
}

/** Reports that the API counts, by the rows and by the totals in memory, whichever is less. @throws where it has errors */
const answered = async (): Promise<number> => {
  const { text } = await post(server.url, { query: QUESTION });
  const { data, errors } = JSON.parse(text) as Said;
  if (errors !== undefined) throw new Error(text);
  const totals = data.applicationTotals.reduce((sum, { coverage }) => sum + coverage.reported, 0);
  return Math.min(data.dataset.reports, totals);
};

describe('what is no standby of the database is never read', () => {
  test.each([
    ['a server that is not there', () => Object.assign(new URL(standbyUrl), { port: '1' }).href],
    ['the primary itself', () => primaryUrl],
    ['another database of the standby', () => otherOf(standbyUrl)],
  ])('%s', async (_, replica) => {
    const options = { replicaUrls: [replica()], timing: TIMING };
    const source = await createReadingDataSource(primaryUrl, options).initialize();
    await delay(3 * TIMING.roundMs);
    const version = new DatasetVersion(source);
    expect(await version.current()).toMatch(/^\d+\./);
    const rows: unknown = await source.query('select pg_is_in_recovery() as standby, current_database() as name');
    expect(rows).toEqual([{ standby: false, name: 'postgres' }]);
    expect(version.epoch).toBe(0);
    await version.close();
    await source.destroy();
  });
});

describe('a server with a standby', () => {
  test('reads from it, and what is stored on the primary is answered after its lag', async () => {
    await eventually(fromStandby);
    await ingest();
    await eventually(async () => (await answered()) === stored);
    expect(await fromStandby()).toBe(true);
  });

  test('answers from it as it is while it lags a little', async () => {
    await ask(standbyUrl, 'select pg_wal_replay_pause()');
    await ingest();
    await delay(LAG_MS / 3);
    expect([await fromStandby(), await answered()]).toEqual([true, stored - 1]);
  });

  test('leaves it out when it lags more, and comes back when it has replayed all that was answered', async () => {
    await eventually(async () => !(await fromStandby()));
    expect(await answered()).toBe(stored);
    await ask(standbyUrl, 'select pg_wal_replay_resume()');
    await eventually(fromStandby);
    expect(await answered()).toBe(stored);
  });

  test('is killed and comes back while many ask and one stores: no error, and nobody goes back in time', async () => {
    const asking = { done: false };
    const asked = Array.from({ length: 4 }, async () => {
      let answers = 0;
      for (let before = 0; !asking.done; answers++) {
        const now = await answered();
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
        await delay(1);
      }
      return answers;
    });
    const storing = (async () => {
      for (; !asking.done; await delay(40)) await ingest();
    })();
    await delay(300);
    await killServer(folders.standby);
    await eventually(async () => !(await fromStandby()));
    const before = stored;
    await eventually(async () => (await answered()) >= before);
    const port = Number(new URL(standbyUrl).port);
    await startStandby(primaryUrl, folders.standby, port);
    await eventually(fromStandby);
    await delay(300);
    asking.done = true;
    await storing;
    for (const answers of await Promise.all(asked)) expect(answers).toBeGreaterThan(0);
    await eventually(async () => (await answered()) === stored);
  });

  test('answers from the primary when it hangs without a word, and what was asked of it then too', async () => {
    const all = 'select a.pid from pg_stat_activity as a where a.pid <> pg_backend_pid()';
    const pids = await ask<{ pid: number }>(standbyUrl, all);
    for (const { pid } of pids) process.kill(pid, 'SIGSTOP');
    try {
      expect(await fromStandby()).toBe(false);
      expect(await answered()).toBe(stored);
    } finally {
      for (const { pid } of pids) process.kill(pid, 'SIGCONT');
    }
    await eventually(fromStandby);
  });

  test('a source of data ends, and leaves no connection open, though the standby hangs', async () => {
    const options = { statementMs: 1_000, replicaUrls: [standbyUrl], timing: { ...TIMING, roundMs: 60_000 } };
    const before = openSockets();
    const source = await createReadingDataSource(primaryUrl, options).initialize();
    expect(await source.query('select pg_is_in_recovery() as standby')).toEqual([{ standby: true }]);
    const hung = source.query('select pg_sleep(60)').catch(() => 'cut off');
    const all = 'select a.pid from pg_stat_activity as a where a.pid <> pg_backend_pid()';
    const pids = await ask<{ pid: number }>(standbyUrl, all);
    for (const { pid } of pids) process.kill(pid, 'SIGSTOP');
    try {
      await source.destroy();
      expect(await hung).toBe('cut off');
      await eventually(() => openSockets() <= before);
    } finally {
      for (const { pid } of pids) process.kill(pid, 'SIGCONT');
    }
    await eventually(fromStandby);
  });

  test('goes on answering from the standby while the primary is away', async () => {
    await killServer(folders.primary);
    await delay(LAG_MS * 1.5);
    expect([await fromStandby(), await answered()]).toEqual([true, stored]);
  });
});
