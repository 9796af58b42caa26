import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { createDataSource } from '../../src/database/dataSource.js';
import { DatasetVersion } from '../../src/database/DatasetVersion.js';
import { store } from '../harness/store.js';
import { type Server, startServer } from '../../src/server.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { eventually } from '../harness/eventually.js';
import { get, post } from './ask.js';

const QUERY = '{ dataset { version reports } }';

let database: TestDatabase;
let here: Server;
let elsewhere: Server;
let elsewhereDb: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;
beforeAll(async () => {
  database = await createTestDatabase();
  elsewhereDb = await createDataSource(database.url).initialize();
  here = await startServer({ dataSource: database.dataSource, port: 0 });
  elsewhere = await startServer({ dataSource: elsewhereDb, port: 0 });
});
afterAll(async () => {
  await here.stop();
  await elsewhere.stop();
  await elsewhereDb.destroy();
  await database.drop();
});

let year = 2000;
const ingest = () => store(database.dataSource, buildReport({ year: (year += 1) }), { sample: false });
const reports = async (server: Server): Promise<number> => {
  const { text } = await post(server.url, { query: QUERY });
  return (JSON.parse(text) as { data: { dataset: { reports: number } } }).data.dataset.reports;
};

describe('a report just stored', () => {
  test('is in the next answer of the process that stored it', async () => {
    for (let count = 1; count <= 20; count += 1) {
      await ingest();
      expect(await reports(here)).toBe(count);
      expect(await reports(here)).toBe(count);
    }
  });

  test('is in the answers of another server soon (bench:visible says how soon)', async () => {
    for (let times = 0; times < 5; times += 1) {
      const before = await reports(elsewhere);
      await ingest();
      await eventually(async () => (await reports(elsewhere)) !== before);
      expect(await reports(elsewhere)).toBe(before + 1);
    }
  });

  test('is in every answer after the first one that has it, while many ask and one stores', async () => {
    let seen = await reports(elsewhere);
    const storing = { done: false };
    const stored = (async () => {
      for (let times = 0; times < 10; times += 1) await ingest();
      storing.done = true;
    })();
    while (!storing.done) {
      const counts = await Promise.all(Array.from({ length: 8 }, () => reports(elsewhere)));
      for (const count of counts) expect(count).toBeGreaterThanOrEqual(seen);
      seen = Math.max(...counts);
    }
    await stored;
    await eventually(async () => (await reports(elsewhere)) === (await reports(here)));
  });
});

describe('a GET', () => {
  test('has a tag, by which a client is told that nothing changed', async () => {
    const first = await get(here.url, { query: QUERY });
    const { etag = '' } = first.headers;
    expect([first.status, first.headers['cache-control'], first.headers.vary]).toEqual([
      200,
      'public, no-cache',
      'accept, authorization',
    ]);
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    for (const value of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await get(here.url, { query: QUERY }, { 'if-none-match': value });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await get(here.url, { query: QUERY }, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get(here.url, { query: '{ dataset { years } }' })).headers.etag).not.toBe(etag);
  });

  test('has the tag of those who ask: no credentials are told what was stored for others', async () => {
    const nobody = await get(here.url, { query: QUERY });
    const somebody = { authorization: 'Bearer one' };
    const first = await get(here.url, { query: QUERY }, somebody);
    const ask = async (headers: Readonly<Record<string, string>>, tag = first.headers.etag ?? '') =>
      (await get(here.url, { query: QUERY }, { ...headers, 'if-none-match': tag })).status;
    expect(first.text).toBe(nobody.text);
    expect([await ask(somebody), await ask({}), await ask({ authorization: 'Bearer two' })]).toEqual([304, 200, 200]);
    expect(await ask(somebody, nobody.headers.etag)).toBe(200);
  });

  test('has the same tag from every server', async () => {
    await eventually(async () => (await reports(elsewhere)) === (await reports(here)));
    const [one, two] = [await get(here.url, { query: QUERY }), await get(elsewhere.url, { query: QUERY })];
    expect(one.headers.etag).toBe(two.headers.etag);
  });

  test('has another tag once something changed', async () => {
    const { headers } = await get(here.url, { query: QUERY });
    await ingest();
    const after = await get(here.url, { query: QUERY }, { 'if-none-match': headers.etag ?? '' });
    expect(after.status).toBe(200);
    expect(after.headers.etag).not.toBe(headers.etag);
  });

  test('has no tag where it has errors', async () => {
    const { headers, text } = await get(here.url, { query: '{ dataset { version } division { name } }' });
    expect(text).toContain('BAD_USER_INPUT');
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store']);
  });

  test('may be kept for as long as a setting says', async () => {
    const server = await startServer({
      dataSource: database.dataSource,
      port: 0,
      fast: { maxAge: 60, storedBytes: 1_000_000 },
    });
    const { headers } = await get(server.url, { query: QUERY });
    await server.stop();
    expect(headers['cache-control']).toBe('public, max-age=60');
  });

  test('a POST has none', async () => {
    const { headers } = await post(here.url, { query: QUERY });
    expect([headers.etag, headers['cache-control']]).toEqual([undefined, 'no-store']);
  });
});

describe('DatasetVersion', () => {
  test('is read once for all who ask together, and not again while it is fresh', async () => {
    const version = new DatasetVersion(elsewhereDb);
    expect(version.known).toBeNull();
    const [first] = await Promise.all([version.current(), version.current()]);
    expect(version.known).toBe(first);
    expect(await version.current()).toBe(first);
    await version.close();
  });

  test('is unknown after a transaction of this process, also where it is being read', async () => {
    const version = new DatasetVersion(database.dataSource);
    const before = await version.current();
    await ingest();
    expect(version.known).toBeNull();
    const after = await version.current();
    expect(after).not.toBe(before);
    const reading = new DatasetVersion(database.dataSource);
    await Promise.all([reading.current(), ingest()]);
    expect(await reading.current()).not.toBe(after);
    await version.close();
    await reading.close();
  });

  test('comes back after its connection was lost', async () => {
    const version = new DatasetVersion(database.dataSource);
    const first = await version.current();
    await elsewhereDb.query(
      "select pg_terminate_backend(a.pid) from pg_stat_activity as a where a.datname = current_database() and a.query like '%dataset_version%' and a.pid <> pg_backend_pid()",
    );
    await delay(150);
    const again = await version.current().catch(() => version.current());
    expect(again).toBe(first);
    await version.close();
  });
});

test('what needs no database is answered while there is none, whichever way', async () => {
  const gone = await createDataSource(database.url).initialize();
  const server = await startServer({ dataSource: gone, port: 0 });
  await gone.destroy();
  const query = '{ division(code: "411300") { name } }';
  for (const accept of ['application/json', 'multipart/mixed, application/json;q=0.5']) {
    const { status, text } = await post(server.url, { query }, { accept });
    expect([accept, status, text.includes('南阳市')]).toEqual([accept, 200, true]);
  }
  await server.stop();
});
