import { writeFile } from 'node:fs/promises';
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
  await gongkai('ingest', SAMPLE);
});
afterAll(async () => {
  await database.drop();
  await removeFolders();
});

const gongkai = (...args: string[]): ReturnType<typeof run> => run(args, { DATABASE_URL: database.url }, folder);
const one = async (sql: string): Promise<string> => {
  const [row] = await database.dataSource.query<{ said: string }[]>(sql);
  return row?.said ?? 'none';
};
const reportId = () => one(`select agency_id || '-' || id as said from annual_report`);
const version = async (): Promise<number> =>
  Number(await one('select sum(version)::text as said from dataset_version'));

describe('what people decide on the command line', () => {
  test('assign puts the real document of the sample elsewhere, and it stays there', async () => {
    const before = await version();
    const { code, stdout, stderr } = await gongkai('assign', await reportId(), '--division', '411302', '--by', '某甲');
    expect([code, stderr, stdout]).toEqual([
      0,
      '',
      expect.stringMatching(/^assigned \d+-\d+ to agency \d+ .+: 1 revisions\n$/),
    ]);
    expect(await one('select division_code as said from agency')).toBe('411302');
    expect(await one('select decided_by as said from document_decision')).toBe('某甲');
    expect(await version()).toBe(before + 1);
    const again = await gongkai('ingest', SAMPLE);
    expect(again.stdout).toContain('1 unchanged');
  });

  test('withdraw and activate say what counts', async () => {
    const id = await reportId();
    expect((await gongkai('withdraw', id, '--note', '撤回')).stdout).toBe('2020 OWN: no revision counts\n');
    expect((await gongkai('withdraw', id, '--clear')).stdout).toBe(`2020 OWN: ${id} counts\n`);
    expect((await gongkai('activate', id)).stdout).toBe(`2020 OWN: ${id} counts\n`);
    expect((await gongkai('activate', id, '--clear')).stdout).toBe(`2020 OWN: ${id} counts\n`);
  });

  test('review keeps a verdict', async () => {
    await database.dataSource.query(
      `insert into finding (agency_id, report_id, year, code, severity, expected, actual)
       select agency_id, id, year, 'LATE', 'WARNING', '2021-01-31', '2021-02-01' from annual_report`,
    );
    const id = await one(`select agency_id || '-' || id as said from finding where code = 'LATE'`);
    const { stdout } = await gongkai('review', id, '--dismiss', '--note', '节假日顺延');
    expect(stdout).toBe('LATE: DISMISSED\n');
    expect(await one('select verdict_note as said from finding where verdict is not null')).toBe('节假日顺延');
  });

  test('roster takes in agencies', async () => {
    await writeFile(join(folder, 'roster.csv'), '\ufeffdivision,name,kind,from,to\n411300,南阳市财政局,,2019,\n');
    const { code, stdout } = await gongkai('roster', 'roster.csv');
    expect([code, stdout]).toEqual([0, '1 agencies on the roster, 1 of them new\n']);
  });
});

describe('misuse is code 2, and nothing is done', () => {
  const before = async (): Promise<string> => `${await version()}`;
  test.each<[string, string[], RegExp]>([
    ['assign what', ['assign', '教育局', '--division', '411300'], /expected the id of an agency .* found "教育局"/],
    ['assign where', ['assign', '1'], /expected a division, the name of an agency or a scope/],
    ['assign a scope', ['assign', '1', '--scope', 'ALL'], /Allowed choices are OWN, CONSOLIDATED/],
    ['activate what', ['activate', '12'], /expected the id of a report \(12-345\), found "12"/],
    ['withdraw what', ['withdraw', '1-99999'], /no report has the id 1-99999/],
    ['review how', ['review', '1-1'], /expected --confirm, --dismiss or --clear/],
    ['review both', ['review', '1-1', '--confirm', '--dismiss'], /cannot be used with/],
    ['review what', ['review', '1-99999', '--confirm'], /no finding has the id 1-99999/],
    ['a roster that is not there', ['roster', 'no.csv'], /cannot read "no\.csv"/],
  ])('%s', async (_, args, message) => {
    const version = await before();
    const { code, stdout, stderr } = await gongkai(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(await before()).toBe(version);
  });
});
