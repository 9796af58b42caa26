import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { type IngestOptions, ingestPaths, type Outcome } from '../../src/ingest/ingest.js';
import { createGazetteer } from '../../src/ingest/gazetteer.js';
import { readReport } from '../../src/ingest/readReport.js';
import { prepare } from '../../src/ingest/store/prepare.js';
import { storeAll } from '../../src/ingest/store/storeAll.js';
import { readDivisions } from '../../src/divisions/readDivisions.js';
import { Manifest } from '../../src/ingest/manifest/Manifest.js';
import { parseCsv } from '../../src/ingest/manifest/parseCsv.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { openSite } from './acquire/testSite.js';
import { sourceOf } from './read/sourceOf.js';
import { table, taken } from './taken.js';

const SAMPLE = 'data/samples/nanyang-general-office-2020.txt';
const OTHER = 'data/samples/hongze-government-2023.txt';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-ingest-'));
  const [sample, other] = [await readFile(SAMPLE), await readFile(OTHER)];
  mkdirSync(join(folder, 'tree', 'b', 'deep'), { recursive: true });
  mkdirSync(join(folder, 'tree', '.hidden'));
  cpSync(SAMPLE, join(folder, 'tree', 'b', 'deep', 'report.txt'));
  cpSync(OTHER, join(folder, 'tree', 'c.txt'));
  cpSync(OTHER, join(folder, 'tree', '.hidden', 'x.txt'));
  await writeFile(join(folder, 'tree', '.DS_Store'), 'x');
  await writeFile(join(folder, 'tree', 'a.txt'), '今天天气很好。');
  symlinkSync('..', join(folder, 'tree', 'b', 'loop'));
  symlinkSync('nowhere', join(folder, 'tree', 'd.txt'));
  symlinkSync('c.txt', join(folder, 'tree', 'e.txt'));
  const inner = zipSync({ 'inner.txt': other });
  await writeFile(
    join(folder, 'all.bin'),
    zipSync({ 'x/report.txt': sample, 'in.zip': inner, 'bad.txt': Buffer.from('坏') }),
  );
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => void (database = await createTestDatabase()));
afterEach(() => database.drop());

const take = (paths: readonly string[], given: Partial<IngestOptions> = {}): Promise<Outcome[]> =>
  taken((options) => ingestPaths(paths, options), { dataSource: database.dataSource, ...given });
const told = (outcomes: readonly Outcome[]): string[] => table(outcomes, folder);

describe('what a path stands for', () => {
  test('a folder: its files in order of name and all the way down, without hidden ones and loops', async () => {
    expect(told(await take([join(folder, 'tree')]))).toEqual([
      'tree/a.txt rejected NOT_A_REPORT',
      'tree/b/deep/report.txt stored 南阳市政府办公室',
      'tree/c.txt stored 淮安市洪泽区人民政府',
      'tree/d.txt rejected UNREADABLE',
      'tree/e.txt unchanged 淮安市洪泽区人民政府',
    ]);
  });

  test('a pattern', async () => {
    const files = async (pattern: string): Promise<(string | undefined)[]> =>
      told(await take([`${folder}/${pattern}`])).map((line) => line.split(' ', 1)[0]);
    expect(await files('tree/*.txt')).toEqual(['tree/a.txt', 'tree/c.txt', 'tree/e.txt']);
    expect(await files('tree/{b,c}/**/report.txt')).toContain('tree/b/deep/report.txt');
    expect(told(await take([`${folder}/tree/*.html`]))).toEqual(['tree/*.html rejected UNREADABLE']);
  });

  test('an archive, whatever its name: its documents, also of archives within it', async () => {
    expect(told(await take([join(folder, 'all.bin')]))).toEqual([
      'all.bin!/x/report.txt stored 南阳市政府办公室',
      'all.bin!/in.zip!/inner.txt stored 淮安市洪泽区人民政府',
      'all.bin!/bad.txt rejected NOT_A_REPORT',
    ]);
  });

  test('an address: fetched, kept with the bytes, archives opened', async () => {
    const site = await openSite({
      '/r.txt': (response) =>
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(readFileSync(SAMPLE)),
      '/all': (response) => response.end(readFileSync(join(folder, 'all.bin'))),
    });
    const given = { allowPrivate: true, timing: { interval: 0, backOff: 1 } };
    const outcomes = await take([`${site.url}/r.txt`, `${site.url}/all`, `${site.url}/none`], given);
    await site.close();
    expect(told(outcomes).map((line) => line.replace(site.url, ''))).toEqual(
      [
        'r.txt stored 南阳市政府办公室',
        'all!/x/report.txt unchanged 南阳市政府办公室',
        'all!/in.zip!/inner.txt stored 淮安市洪泽区人民政府',
        'all!/bad.txt rejected NOT_A_REPORT',
        'none rejected UNREADABLE',
      ].map((line) => `/${line}`),
    );
    const sources = await database.dataSource.query<unknown[]>(
      'select url, file_name, declared_type from source_document order by url',
    );
    expect(sources).toEqual([
      { url: `${site.url}/all`, file_name: 'inner.txt', declared_type: null },
      { url: `${site.url}/r.txt`, file_name: 'r.txt', declared_type: 'text/plain; charset=utf-8' },
    ]);
  });

  test('private addresses are refused unless allowed', async () => {
    expect(told(await take(['http://127.0.0.1:1/x']))).toEqual(['http://127.0.0.1:1/x rejected UNREADABLE']);
  });
});

test('many documents, in several threads: one outcome each, in their order', async () => {
  const many = Array.from({ length: 60 }, (_, index) => [SAMPLE, OTHER, join(folder, 'tree/a.txt')][index % 3] ?? '');
  const outcomes = await take(many, { jobs: 2 });
  expect(outcomes.map(({ file }) => file)).toEqual(many);
  const counts = outcomes.map(({ status }) => status).sort();
  expect([
    counts.filter((status) => status === 'stored').length,
    counts.filter((status) => status === 'rejected').length,
  ]).toEqual([2, 20]);
});

test('after the signal no further batch is written', async () => {
  const controller = new AbortController();
  const outcomes: Outcome[] = [];
  const summary = await ingestPaths(
    Array.from({ length: 2000 }, () => SAMPLE),
    {
      dataSource: database.dataSource,
      signal: controller.signal,
      onOutcome: (outcome) => {
        outcomes.push(outcome);
        controller.abort();
      },
    },
  );
  expect(outcomes.length).toBeLessThan(2000);
  expect(Object.values(summary).reduce((sum, count) => sum + count)).toBe(outcomes.length);
});

describe('a manifest', () => {
  test('makes known whose report it should have been, where a document is refused or not there', async () => {
    const said = 'tree/a.txt,南阳市财政局,2019\ntree/none.txt,南阳市民政局,2020\ntree/c.txt,洪泽区财政局,2018';
    const listed = new Manifest(join(folder, 'm.csv'), parseCsv('m.csv', `path,agency,year\n${said}\n`));
    const outcomes = await take([...listed.locations], { manifest: listed });
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'stored']);
    expect(await database.dataSource.query('select name, first_year as year from agency order by 2')).toEqual([
      { name: '南阳市财政局', year: 2019 },
      { name: '南阳市民政局', year: 2020 },
      { name: '淮安市洪泽区人民政府', year: 2023 },
    ]);
  });

  test('makes known whose reports are nowhere beside those given; those elsewhere are left for their own run', async () => {
    const said = [
      ['tree/none.txt', '南阳市财政局'],
      ['none.zip!/b.txt', '南阳市民政局'],
      ['tree/c.txt', '南阳市教育局'],
      ['all.bin!/x/report.txt', '南阳市科学技术局'],
      ['https://example.test/', '南阳市水利局'],
    ].map(([path, agency]) => (path?.includes('://') === true ? `,${path},${agency},2019` : `${path},,${agency},2019`));
    const listed = new Manifest(join(folder, 'm.csv'), parseCsv('m.csv', `path,url,agency,year\n${said.join('\n')}\n`));
    await take([join(folder, 'tree', 'a.txt')], { manifest: listed });
    expect(await database.dataSource.query('select name from agency order by name collate "C"')).toEqual([
      { name: '南阳市民政局' },
      { name: '南阳市财政局' },
    ]);
    expect(listed.unused).toHaveLength(5);
  });

  const manifest = (line: string): Manifest =>
    new Manifest(join(folder, 'm.csv'), parseCsv('m.csv', `path,year,scope,published\n${line}\n`));
  const file = (): string => join(folder, 'tree', 'b', 'deep', 'report.txt');
  const scopes = (): Promise<unknown[]> =>
    database.dataSource.query(
      'select r.scope, r.scope_basis as basis, r.published_on as published from annual_report as r',
    );

  test('decides, and where it is corrected later the document is read again', async () => {
    expect(told(await take([file()]))).toEqual(['tree/b/deep/report.txt stored 南阳市政府办公室']);
    const corrected = manifest('tree/b/deep/report.txt,,CONSOLIDATED,2021-02-03');
    expect(told(await take([file()], { manifest: corrected }))).toEqual([
      'tree/b/deep/report.txt revised 南阳市政府办公室',
    ]);
    const decided = [{ scope: 'CONSOLIDATED', basis: 'MANIFEST', published: '2021-02-03' }];
    expect(await scopes()).toEqual(decided);
    expect(told(await take([file()], { manifest: corrected }))).toEqual([
      'tree/b/deep/report.txt unchanged 南阳市政府办公室',
    ]);
    expect(told(await take([file()]))).toEqual(['tree/b/deep/report.txt unchanged 南阳市政府办公室']);
    expect(await scopes()).toEqual(decided);
  });

  test('that says two things of the same bytes is followed in the order of the documents', async () => {
    const copy = join(folder, 'copy.txt');
    cpSync(file(), copy);
    const both = manifest('tree/b/deep/report.txt,,OWN,\ncopy.txt,,CONSOLIDATED,2021-02-03');
    expect(told(await take([file(), copy], { manifest: both }))).toEqual([
      'tree/b/deep/report.txt stored 南阳市政府办公室',
      'copy.txt revised 南阳市政府办公室',
    ]);
    expect(await scopes()).toEqual([{ scope: 'CONSOLIDATED', basis: 'MANIFEST', published: '2021-02-03' }]);
  });

  test('is followed where the document was stored after it was looked up', async () => {
    const source = sourceOf(await readFile(SAMPLE));
    const gazetteer = createGazetteer(readDivisions());
    for (const entry of [{ scope: 'OWN' }, { scope: 'CONSOLIDATED', published: '2021-02-03' }] as const)
      await storeAll(
        database.dataSource,
        [{ report: prepare(await readReport(source, { gazetteer, manifest: entry }), entry), again: false }],
        { sample: false },
      );
    expect(await scopes()).toEqual([{ scope: 'CONSOLIDATED', basis: 'MANIFEST', published: '2021-02-03' }]);
  });

  test('that contradicts the document is a finding', async () => {
    const [outcome] = await take([file()], { manifest: manifest('tree/b/deep/report.txt,2019,,') });
    expect(outcome?.findings.map(({ code, place }) => `${code} ${place}`)).toContain('MANIFEST_CONFLICT year');
  });
});
