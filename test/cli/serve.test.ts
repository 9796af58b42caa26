import { readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { flagshipQuery } from '../../src/flagshipQuery.js';
import { createTestDatabase } from '../harness/createTestDatabase.js';
import { run, Running, type Settings } from './run.js';
import { ask, databaseRuns, newFolder, removeFolders, SAMPLE } from './scene.js';

afterAll(removeFolders);

const SAMPLES = readdirSync('data/samples').filter((name) => name !== 'README.md').length;
const ADDRESS = /gongkai answers at (http:\S+)/;

const serve = (folder: string, settings: Settings = {}): Running =>
  new Running(['serve'], { PORT: '0', ...settings }, folder);

const address = async (serving: Running): Promise<string> => (await serving.says(ADDRESS))[1] ?? '';

const reports = (url: string): Promise<unknown> => ask(url, '{ reports { totalCount } }');

/** Asks it to stop as a terminal would, and waits until it has. */
const stop = async (serving: Running, signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> => {
  serving.signal(signal);
  return (await serving.ended).code;
};

describe('gongkai serve', () => {
  test('on an empty folder makes the database, loads the samples, answers and stops in order', async () => {
    const folder = await newFolder();
    const serving = serve(folder);
    const url = await address(serving);
    await serving.says(/coverage/);
    expect(serving.stdout).toContain(flagshipQuery);
    expect(await reports(url)).toEqual({ data: { reports: { totalCount: SAMPLES } } });
    expect(await ask(url, flagshipQuery)).not.toHaveProperty('errors');
    expect(await stop(serving)).toBe(0);
    expect(serving.stderr).not.toMatch(/"level":"(error|warn)"/);
    expect(await databaseRuns(folder)).toBe(false);
  });

  test('is found by another process, which leaves its database running', async () => {
    const folder = await newFolder();
    const serving = serve(folder, { GONGKAI_SAMPLES: '0' });
    const url = await address(serving);
    expect(await reports(url)).toEqual({ data: { reports: { totalCount: 0 } } });
    const { code, stdout } = await run(['ingest', '--json', SAMPLE], {}, folder);
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ status: 'stored' })]);
    expect(await reports(url)).toEqual({ data: { reports: { totalCount: 1 } } });
    expect(await stop(serving, 'SIGTERM')).toBe(0);
    expect(await databaseRuns(folder)).toBe(false);
    // What is there now is the user's own: the samples stay out from now on.
    const again = serve(folder);
    expect(await reports(await address(again))).toEqual({ data: { reports: { totalCount: 1 } } });
    expect(await stop(again)).toBe(0);
  });

  test.each([
    [{}, 0],
    [{ GONGKAI_SAMPLES: '1' }, SAMPLES],
  ])('on a database of one’s own with %j loads samples only when told to', async (settings, expected) => {
    const database = await createTestDatabase();
    const serving = serve(await newFolder(), { DATABASE_URL: database.url, ...settings });
    expect(await reports(await address(serving))).toEqual({ data: { reports: { totalCount: expected } } });
    expect(await stop(serving)).toBe(0);
    await database.drop();
  });

  test('a taken port is one line and code 3, and the database is left in order', async () => {
    const database = await createTestDatabase();
    const first = serve(await newFolder(), { DATABASE_URL: database.url });
    const { port } = new URL(await address(first));
    const folder = await newFolder();
    const { code, stderr } = await run(['serve'], { PORT: port, GONGKAI_SAMPLES: '0' }, folder);
    expect(code).toBe(3);
    expect(stderr).toMatch(new RegExp(`^gongkai: port ${port} is taken by another program\\. Set PORT to .*\\n$`));
    expect(await databaseRuns(folder)).toBe(false);
    expect(await stop(first)).toBe(0);
    await database.drop();
  });

  test('a second signal ends it at once', async () => {
    const database = await createTestDatabase();
    const serving = serve(await newFolder(), { DATABASE_URL: database.url });
    const { port } = new URL(await address(serving));
    // A request that never ends keeps it from stopping.
    const socket = createConnection(Number(port), 'localhost').on('error', () => undefined);
    socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{');
    await delay(200);
    serving.signal('SIGINT');
    await delay(700);
    expect(await stop(serving)).toBe(130);
    socket.destroy();
    await database.drop();
  });

  test('a signal during the start stops it in order', async () => {
    const folder = await newFolder();
    const serving = serve(folder, { LOG_LEVEL: 'debug' });
    await serving.says(/database\.entered/);
    expect(await stop(serving, 'SIGTERM')).toBe(0);
    expect(serving.stdout).toBe('');
    expect(await databaseRuns(folder)).toBe(false);
  });
});
