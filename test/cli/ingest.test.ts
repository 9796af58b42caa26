import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { run, Running } from './run.js';
import { databaseRuns, newFolder, removeFolders, SAMPLE } from './scene.js';

/** Never answers. */
const silent = createServer(() => undefined);

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  database = await createTestDatabase();
  folder = await newFolder();
  await writeFile(join(folder, 'letter.txt'), '各位同事：\n明天上午九点开会。\n');
});
afterAll(async () => {
  silent.close();
  silent.closeAllConnections();
  await database.drop();
  await removeFolders();
});

const ingest = (...args: string[]): ReturnType<typeof run> =>
  run(['ingest', ...args], { DATABASE_URL: database.url }, folder);

const objects = (text: string): unknown[] =>
  text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const stored = {
  file: SAMPLE,
  status: 'stored',
  reportId: expect.any(String),
  agency: '南阳市政府办公室',
  year: 2020,
  scope: expect.stringMatching(/^(OWN|CONSOLIDATED)$/),
  form: 'FORM_2019',
  findings: expect.any(Array),
  reason: null,
};
const rejected = {
  file: 'letter.txt',
  status: 'rejected',
  reportId: null,
  agency: null,
  year: null,
  scope: null,
  form: null,
  findings: [],
  reason: { code: 'NOT_A_REPORT', message: expect.any(String) },
};

describe('gongkai ingest --json', () => {
  test('says one object a document: stored, then unchanged', async () => {
    const first = await ingest('--json', SAMPLE);
    expect([first.code, objects(first.stdout), first.stderr]).toEqual([0, [stored], '']);
    const second = await ingest('--json', SAMPLE, SAMPLE);
    const unchanged = { ...stored, status: 'unchanged' };
    expect([second.code, objects(second.stdout)]).toEqual([0, [unchanged, unchanged]]);
  });

  test('a rejected document says why, stops no other, and makes code 1', async () => {
    const { code, stdout } = await ingest('--json', 'letter.txt', SAMPLE);
    expect([code, objects(stdout)]).toEqual([1, [rejected, { ...stored, status: 'unchanged' }]]);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('after %s the document at hand is finished, and the code is that of the signal', async (signal, exit) => {
    const args = ['ingest', '--json', ...Array.from({ length: 3000 }, () => SAMPLE)];
    const running = new Running(args, { DATABASE_URL: database.url }, folder);
    await running.says(/\n/);
    running.signal(signal);
    const { code, stdout } = await running.ended;
    expect(code).toBe(exit);
    expect(objects(stdout).length).toBeLessThan(3000);
    expect(stdout.endsWith('\n')).toBe(true);
  });
});

test('a signal while the first page is awaited is no fault', async () => {
  const asked = once(silent, 'request');
  const { port } = silent.address() as AddressInfo;
  const args = ['ingest', '--json', '--allow-private', `http://127.0.0.1:${port}/`];
  const running = new Running(args, { DATABASE_URL: database.url }, folder);
  await asked;
  running.signal('SIGINT');
  const { code, stdout, stderr } = await running.ended;
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).not.toContain('"level":"error"');
});

describe('gongkai ingest', () => {
  test('says a line a document and a summary', async () => {
    const { code, stdout } = await ingest('letter.txt', SAMPLE);
    expect(code).toBe(1);
    const [refusal, report, summary, ...more] = stdout.trim().split('\n');
    expect(refusal).toMatch(/^rejected {2}letter\.txt {2}NOT_A_REPORT: /);
    expect(report).toMatch(/^unchanged .*nanyang-general-office-2020\.txt {2}南阳市政府办公室 2020 /);
    expect([summary, more]).toEqual(['0 stored, 1 unchanged, 0 revised, 1 rejected', []]);
  });

  test('starts the embedded database for itself, and stops it', async () => {
    const alone = await newFolder();
    const samples = resolve('data/samples');
    const { code, stdout } = await run(['ingest', '--json', samples], {}, alone);
    const outcomes = objects(stdout);
    expect(outcomes).toHaveLength(readdirSync(samples).length);
    // Only the README beside them is no report.
    expect(code).toBe(1);
    expect(outcomes.filter((outcome) => Reflect.get(Object(outcome), 'status') === 'rejected')).toEqual([
      { ...rejected, file: join(samples, 'README.md'), reason: expect.any(Object) },
    ]);
    expect(await databaseRuns(alone)).toBe(false);
  });
});

describe('gongkai migrate', () => {
  test('makes the embedded database, without a word on stdout', async () => {
    const alone = await newFolder();
    const { code, stdout } = await run(['migrate'], {}, alone);
    expect([code, stdout]).toEqual([0, '']);
    expect(await databaseRuns(alone)).toBe(false);
  });
});
