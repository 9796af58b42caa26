import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/ingest/Outcome.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { dump } from '../ingest/store/dump.js';
import { type Ended, run, Running } from './run.js';
import { newFolder, removeFolders, SAMPLE } from './scene.js';
import { writeReports } from './writeReports.js';

const REPORTS = 300;
/** Seconds after which a worker that was killed is taken for dead. */
const LEASE = '2';

let folder = '';
let alone: TestDatabase;
let shared: TestDatabase;
let small: TestDatabase;
let left: TestDatabase;
beforeAll(async () => {
  folder = await newFolder();
  await writeReports(join(folder, 'reports'), REPORTS);
  [alone, shared] = [await createTestDatabase(), await createTestDatabase()];
  [small, left] = [await createTestDatabase(), await createTestDatabase()];
});
afterAll(async () => {
  for (const database of [alone, shared, small, left]) await database.drop();
  await removeFolders();
});

const settings = ({ url }: TestDatabase) => ({ DATABASE_URL: url, LOG_LEVEL: 'warn' });
const gongkai = (database: TestDatabase, ...args: string[]): Promise<Ended> => run(args, settings(database), folder);
const worker = (database: TestDatabase): Running =>
  new Running(['work', '--until-empty', '--json', '--jobs', '1'], settings(database), folder);

const outcomesOf = (stdout: string): Outcome[] =>
  stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Outcome]));
const namesOf = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ file }) => file).sort();

describe('a queue', () => {
  test('what two workers take from it, one of them killed, is what one ingest stores: nothing lost, nothing twice', async () => {
    const { code } = await gongkai(alone, 'ingest', '--json', 'reports');
    expect(code).toBe(0);

    const put = await gongkai(shared, 'enqueue', '--lease', LEASE, 'reports');
    expect([put.code, put.stderr]).toEqual([0, '']);
    expect(put.stdout).toMatch(new RegExp(`^${REPORTS} documents queued, \\d+ jobs wait\n$`));
    const again = await gongkai(shared, 'enqueue', 'reports');
    expect(again.stdout).toBe(put.stdout);

    const workers = [worker(shared), worker(shared)];
    // Whichever comes first.
    const first = await Promise.any(workers.map((one) => one.says(/"stored"/).then(() => one)));
    first.signal('SIGKILL');
    const killed = outcomesOf((await first.ended).stdout.replace(/[^\n]*$/, ''));
    const survivor = await (workers[0] === first ? workers[1] : workers[0])?.ended;
    if (survivor === undefined) throw new Error('nobody survived');
    expect([survivor.code, survivor.stderr]).toEqual([0, '']);

    expect(await dump(shared.dataSource)).toEqual(await dump(alone.dataSource));
    const kept = await gongkai(shared, 'queue', '--json');
    const outcomes = outcomesOf(kept.stdout);
    const files = Array.from({ length: REPORTS }, (_, index) => join(folder, 'reports', `${index}.txt`)).sort();
    expect([kept.code, namesOf(outcomes)]).toEqual([0, files]);
    // The survivor did what the killed one did not finish; the outcomes of each are where they can be asked for.
    expect(outcomesOf(survivor.stdout).length).toBeLessThanOrEqual(REPORTS);
    expect(files).toEqual(expect.arrayContaining(namesOf([...killed, ...outcomesOf(survivor.stdout)])));
    const summary = await gongkai(shared, 'queue');
    expect(summary.stdout).toMatch(/ 0 rejected; jobs: 0 wait, 0 at work, 0 given up\n$/);
  });

  test('outcomes are those of ingest; one that is rejected is exit code 1', async () => {
    await mkdir(join(folder, 'few'));
    await cp(SAMPLE, join(folder, 'few', 'good.txt'));
    await writeFile(join(folder, 'few', 'bad.txt'), 'no report');
    const ingested = await gongkai(alone, 'ingest', '--json', join(folder, 'few'));
    await gongkai(small, 'enqueue', 'few');
    const worked = await gongkai(small, 'work', '--until-empty', '--json');
    expect([ingested.code, worked.code]).toEqual([1, 1]);
    const anonymous = (stdout: string) =>
      outcomesOf(stdout)
        .map((outcome) => ({ ...outcome, reportId: null }))
        .toSorted((one, other) => one.file.localeCompare(other.file));
    expect(anonymous(worked.stdout)).toEqual(anonymous(ingested.stdout));
    const kept = await gongkai(small, 'queue', '--json');
    expect([kept.code, anonymous(kept.stdout)]).toEqual([1, anonymous(worked.stdout)]);
  });

  test('documents of a job that was given up are named, and the exit code is 1', async () => {
    await gongkai(left, 'enqueue', SAMPLE);
    await left.dataSource.query(`update gongkai_queue.job set state = 'failed', completed_on = now()`);
    const worked = await gongkai(left, 'work', '--until-empty');
    expect([worked.code, worked.stdout]).toEqual([1, '0 stored, 0 unchanged, 0 revised, 0 rejected\n']);
    expect(JSON.parse(worked.stderr)).toMatchObject({ level: 'warn', event: 'queue.given.up', jobs: 1 });
    const told = await gongkai(left, 'queue', '--json');
    expect([told.code, JSON.parse(told.stdout)]).toEqual([1, { file: SAMPLE, status: 'given up' }]);
    const shown = await gongkai(left, 'queue');
    expect(shown.stdout.split('\n')).toEqual([
      `given up  ${SAMPLE}`,
      '0 stored, 0 unchanged, 0 revised, 0 rejected; jobs: 0 wait, 0 at work, 1 given up',
      '',
    ]);
  });

  test('a worker that is told to stop leaves what it had to others, without a mark on it', async () => {
    // More than a worker writes at a time, so that it is told in the midst of them.
    await writeReports(join(folder, 'plenty'), 8 * REPORTS);
    await gongkai(left, 'enqueue', 'plenty');
    const stopped = new Running(['work', '--json', '--jobs', '1'], settings(left), folder);
    await stopped.says(/"stored"/);
    stopped.signal('SIGTERM');
    expect((await stopped.ended).code).toBe(143);
    const jobs = await left.dataSource.query<{ state: string; attempts: number }[]>(
      `select distinct j.state::text, j.retry_count as attempts from gongkai_queue.job as j
       where j.state not in ('completed', 'failed')`,
    );
    expect(jobs.length).toBeGreaterThan(0);
    expect(jobs.filter(({ state, attempts }) => state === 'active' || attempts > 0)).toEqual([]);
  });

  test('a worker that waits takes what is put there later, and ends in order when it is told to', async () => {
    const waiting = new Running(['work'], settings(small), folder);
    await gongkai(small, 'enqueue', SAMPLE);
    await waiting.says(/unchanged .*nanyang/);
    waiting.signal('SIGTERM');
    const { code, stdout } = await waiting.ended;
    expect([code, stdout.split('\n').at(-2)]).toEqual([143, '0 stored, 1 unchanged, 0 revised, 0 rejected']);
  });

  test('what a manifest says comes with the job', async () => {
    await writeFile(join(folder, 'said.csv'), 'path,agency,year\nfew/good.txt,南阳市财政局,2022\n');
    await gongkai(small, 'enqueue', '--manifest', 'said.csv');
    const { stdout } = await gongkai(small, 'work', '--until-empty', '--json');
    expect(outcomesOf(stdout)).toMatchObject([
      { findings: expect.arrayContaining([expect.objectContaining({ code: 'MANIFEST_CONFLICT' })]) },
    ]);
  });

  test.each([
    ['enqueue of nothing', ['enqueue']],
    ['enqueue of what is not there', ['enqueue', 'no.html']],
    ['a lease of nothing', ['enqueue', '--lease', '0', 'x']],
    ['work with a path', ['work', 'x']],
  ])('%s is misuse', async (_, args) => {
    const { code, stdout } = await gongkai(small, ...args);
    expect([code, stdout]).toEqual([2, '']);
  });
});
