import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { run } from './run.js';
import { newFolder, removeFolders, SAMPLE } from './scene.js';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await newFolder();
  await mkdir(join(folder, 'in'));
  await cp(SAMPLE, join(folder, 'in', 'a.txt'));
  await cp(SAMPLE, join(folder, 'in', 'b.txt'));
  await writeFile(join(folder, 'in', 'letter.txt'), '明天上午九点开会。\n');
  await writeFile(join(folder, 'in', 'said.csv'), 'path,year\na.txt,2019\n');
  await writeFile(join(folder, 'list.txt'), '\ufeff# reports\nin/a.txt\n\nin/gone.txt\n  in/b.* \n');
});
afterAll(async () => {
  await database.drop();
  await removeFolders();
});

/** The exit code, and what is said of each document. */
async function ingested(...args: string[]): Promise<[code: number | null, ...told: string[]]> {
  const { code, stdout } = await run(['ingest', '--json', ...args], { DATABASE_URL: database.url }, folder);
  const outcomes = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { file: string; status: string; findings: { code: string }[] });
  return [
    code,
    ...outcomes.map(({ file, status, findings }) => [file, status, ...findings.map((each) => each.code)].join(' ')),
  ];
}

describe('gongkai ingest', () => {
  test.each<[string, string[], [number, ...string[]]]>([
    ['a pattern', ['in/[ab].txt'], [0, 'in/a.txt stored', 'in/b.txt unchanged']],
    [
      '--list: a path or a pattern a line, remarks left out; what is not there stops no other',
      ['--list', 'list.txt'],
      [1, 'in/a.txt unchanged', 'in/gone.txt rejected', 'in/b.txt unchanged'],
    ],
    [
      '--manifest alone names the documents',
      ['--manifest', 'in/said.csv'],
      [0, 'in/a.txt unchanged MANIFEST_CONFLICT'],
    ],
    [
      '--manifest beside a folder: it is no document itself',
      ['--manifest', 'in/said.csv', 'in'],
      [1, 'in/a.txt unchanged MANIFEST_CONFLICT', 'in/b.txt unchanged MANIFEST_CONFLICT', 'in/letter.txt rejected'],
    ],
    ['--reread: all that an older reader has read, here nothing', ['--reread'], [0]],
    ['an address of a private network', ['http://127.0.0.1:1/a.html'], [1, 'http://127.0.0.1:1/a.html rejected']],
  ])('%s', async (_, args, expected) => expect(await ingested(...args)).toEqual(expected));

  test('--reread without a path reads what is kept of an older reader', async () => {
    await database.dataSource.query('update source_document set reader_version = 0');
    expect(await ingested('--reread')).toEqual([0, expect.stringMatching(/a\.txt unchanged MANIFEST_CONFLICT$/)]);
    expect(await ingested('--reread')).toEqual([0]);
  });

  test('what an older reader has read is told of, until it is read again', async () => {
    await database.dataSource.query('update source_document set reader_version = 0');
    const stderr = async (...args: string[]): Promise<string> =>
      (await run(['ingest', '--json', ...args], { DATABASE_URL: database.url }, folder)).stderr;
    expect(await stderr('in/letter.txt')).toContain('"reader.newer","advice":"gongkai ingest --reread"');
    expect(await stderr('--reread')).not.toContain('reader.newer');
    expect(await stderr('in/letter.txt')).not.toContain('reader.newer');
  });

  test('a database that nobody answers for is a fault: code 3, nothing on stdout', async () => {
    const { code, stdout, stderr } = await run(
      ['ingest', SAMPLE],
      { DATABASE_URL: 'postgres://u@127.0.0.1:1/d' },
      folder,
    );
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^gongkai: cannot use the database at 127\.0\.0\.1:1\/d/);
  });

  test.each([
    ['a manifest that is none', ['--manifest', 'list.txt', 'in']],
    ['a list that is not there', ['--list', 'no.txt']],
  ])('%s is misuse: code 2, nothing on stdout', async (_, args) => {
    const { code, stdout } = await run(['ingest', ...args], { DATABASE_URL: database.url }, folder);
    expect([code, stdout]).toEqual([2, '']);
  });
});
