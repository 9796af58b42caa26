import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { DataSource } from 'typeorm';
import type { Scope } from '../../src/catalog/forms.js';
import { ingestPaths, type Outcome } from '../../src/ingest/ingest.js';
import { readManifest } from '../../src/ingest/manifest/readManifest.js';
import { IngestQueue } from '../../src/queue/IngestQueue.js';
import { queuedDocuments } from '../../src/queue/queuedDocuments.js';
import { type Slice, slices } from '../../src/queue/slices.js';
import { workOff } from '../../src/queue/workOff.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { dump } from '../ingest/store/dump.js';

let folder = '';
let database: TestDatabase;
let other: TestDatabase;
let queue: IngestQueue;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-queue-'));
  [database, other] = [await createTestDatabase(), await createTestDatabase()];
  queue = await IngestQueue.open(database.url);
  const page = await readFile('data/samples/nanyang-general-office-2020.txt', 'utf8');
  const of = (office: string): Uint8Array => Buffer.from(page.replaceAll('南阳市政府办公室', `南阳市${office}`));
  await writeFile(join(folder, 'page.txt'), page);
  const members = { 'b.txt': of('财政局'), './c.txt': of('民政局'), 'x//d.txt': of('教育局') };
  await writeFile(join(folder, 'a.zip'), zipSync(members));
  await writeFile(join(folder, 'outer.zip'), zipSync({ 'in.zip': zipSync(members), 'e.txt': of('审计局') }));
});
afterAll(async () => {
  await queue.close();
  await database.drop();
  await other.drop();
  await rm(folder, { recursive: true });
});

const worked = async (dataSource = database.dataSource, { signal } = new AbortController()): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for await (const outcome of workOff(queue, { dataSource, jobs: 1, allowPrivate: false, untilEmpty: true, signal }))
    outcomes.push(outcome);
  return outcomes;
};

/** What is no matter of how it was taken in. */
const told = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ file, status, scope, year, reason, findings }) => ({
    file: relative(folder, file),
    status,
    scope,
    year,
    reason: reason?.code,
    findings: findings.map(({ code }) => code).sort(),
  }));

/** What `enqueue` and `work` make of locations, beside what `ingest` does. */
async function both(locations: readonly string[], manifestText: string | null) {
  await emptied(database.dataSource);
  await emptied(other.dataSource);
  const manifest = async () => {
    if (manifestText === null) return null;
    await writeFile(join(folder, 'm.csv'), manifestText);
    return readManifest(join(folder, 'm.csv'));
  };
  const paths = locations.map((location) => `${folder}/${location}`);
  const put: Slice[] = [];
  for await (const slice of slices(queuedDocuments(paths, { manifest: await manifest(), skip: [] }))) put.push(slice);
  await queue.put(put, 60);
  const queued = told(await worked());
  const outcomes: Outcome[] = [];
  const onOutcome = (outcome: Outcome): void => void outcomes.push(outcome);
  await ingestPaths(paths, { dataSource: other.dataSource, onOutcome, jobs: 1, manifest: await manifest() });
  return { queued, ingested: told(outcomes) };
}

const SAID = 'path,scope\na.zip!/b.txt,CONSOLIDATED\na.zip!/c.txt,CONSOLIDATED\na.zip!/x/d.txt,CONSOLIDATED\n';
const SAID_WITHIN = 'path,scope\nouter.zip!/in.zip!/c.txt,CONSOLIDATED\nouter.zip!/e.txt,OWN\n';

describe('what waits in the queue', () => {
  test.each<[string, string[], string | null, (string | null)[]]>([
    ['a document', ['page.txt'], 'path,scope\npage.txt,CONSOLIDATED\n', ['CONSOLIDATED']],
    ['an archive', ['a.zip'], null, ['OWN', 'OWN', 'OWN']],
    ['an archive with words on its members', ['a.zip'], SAID, ['CONSOLIDATED', 'CONSOLIDATED', 'CONSOLIDATED']],
    ['archives in it', ['outer.zip'], SAID_WITHIN, ['OWN', 'CONSOLIDATED', 'OWN', 'OWN']],
    ['another spelling of the archive', ['./a.zip'], SAID, ['CONSOLIDATED', 'CONSOLIDATED', 'CONSOLIDATED']],
    ['a document of an archive', ['a.zip!/b.txt'], null, ['OWN']],
    ['one that is spelt oddly', ['a.zip!/./c.txt', 'a.zip!/x//d.txt'], SAID, ['CONSOLIDATED', 'CONSOLIDATED']],
    ['one within two', ['outer.zip!/in.zip!/b.txt'], null, ['OWN']],
    ['one that is not there', ['a.zip!/none.txt'], null, [null]],
  ])('%s is taken in as by ingest', async (_, locations, manifest, scopes) => {
    const { queued, ingested } = await both(locations, manifest);
    const byFile = (all: typeof queued) => all.toSorted((one, two) => one.file.localeCompare(two.file));
    expect(byFile(queued)).toEqual(byFile(ingested).map((one) => ({ ...one, file: expect.any(String) })));
    const sorted = (all: readonly (string | null)[]) => all.map(String).sort();
    expect(sorted(queued.map(({ scope }) => scope))).toEqual(sorted(scopes));
    expect(await dump(database.dataSource)).toEqual(await dump(other.dataSource));
  });

  test('each job has its own words on a document that several name', async () => {
    await emptied(database.dataSource);
    const file = join(folder, 'page.txt');
    const put = async (key: string, scope: Scope): Promise<void> => {
      const fill = Array.from({ length: 20 }, (_, index) => ({ file: join(folder, `none-${index}.txt`), weight: 1 }));
      await queue.put([{ key, documents: [{ file, weight: 1, entries: { [file]: { scope } } }, ...fill] }], 60);
    };
    const told = (outcomes: readonly Outcome[]) =>
      outcomes.flatMap(({ status, scope }) => (scope === null ? [] : [`${status} ${scope}`]));
    await put('1', 'CONSOLIDATED');
    await put('2', 'OWN');
    // In one batch the first is told when the second has moved it.
    const [first, second] = told(await worked());
    expect([first?.split(' ')[0], second]).toEqual(['stored', 'revised OWN']);
    await put('3', 'OWN');
    expect(told(await worked())).toEqual(['unchanged OWN']);
  });
});

describe('a job at which the worker fails', () => {
  beforeEach(() => database.dataSource.query('delete from gongkai_queue.job'));

  const broken = (touched: () => void = () => undefined): DataSource =>
    new Proxy(new DataSource(database.dataSource.options), {
      get: (target, key): unknown => {
        touched();
        return Reflect.get(target, key);
      },
    });
  const put = (key: string): Promise<void> =>
    queue.put([{ key, documents: [{ file: join(folder, 'page.txt'), weight: 1 }] }], 60);
  const attempts = (): Promise<unknown> =>
    database.dataSource.query('select retry_count, started_on from gongkai_queue.job where singleton_key = $1', [
      'bad',
    ]);

  test('waits again as if nobody had taken it where the worker was told to stop', async () => {
    await put('bad');
    const stop = new AbortController();
    await worked(
      broken(() => stop.abort()),
      stop,
    ).catch(() => undefined);
    expect(await attempts()).toEqual([{ retry_count: 0, started_on: null }]);
  });

  test('is given up in the end', async () => {
    await put('bad');
    let failures = 0;
    for (; failures < 10 && (await queue.counts()).waiting > 0; failures++)
      await expect(worked(broken())).rejects.toBeInstanceOf(Error);
    expect(failures).toBe(6);
    expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, failed: 1 });
  });
});
