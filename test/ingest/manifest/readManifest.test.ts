import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TableError } from '../../../src/ingest/tables/TableError.js';
import type { Manifest } from '../../../src/ingest/manifest/Manifest.js';
import { readManifest } from '../../../src/ingest/manifest/readManifest.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-manifest-'));
  await mkdir(join(folder, 'reports'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (text: string | Uint8Array, name = 'm.csv'): Promise<Manifest> => {
  await writeFile(join(folder, name), text);
  return readManifest(join(folder, name));
};
const fault = async (text: string): Promise<string> => {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TableError);
  return error instanceof Error ? error.message.replaceAll(`${folder}/m.csv`, 'm') : '';
};

const ENTRY = { agency: '南阳市财政局', year: 2020, division: '411300', scope: 'OWN', published: '2021-01-20' };

describe('what a manifest says', () => {
  test.each<[string, string]>([
    [
      'CSV',
      'path,url,agency,year,division,scope,published\nreports/a.html,,南阳市财政局,2020,411300,OWN,2021-01-20\n,https://a.gov.cn/x?id=1,,2021,,,\n',
    ],
    [
      'CSV as Excel has it: BOM, CRLF, capitals, another order',
      '\ufeffYear,Path,URL,Agency,Division,Scope,Published\r\n2020,reports/a.html,,"南阳市财政局",411300,own,2021-01-20\r\n2021,,https://a.gov.cn/x?id=1,,,,\r\n',
    ],
    [
      'JSON',
      JSON.stringify([
        { path: 'reports/a.html', ...ENTRY },
        { url: 'https://a.gov.cn/x?id=1', year: 2021, agency: null },
      ]),
    ],
  ])('%s', async (_, text) => {
    const manifest = await read(text);
    expect(manifest.locations).toEqual([join(folder, 'reports/a.html'), 'https://a.gov.cn/x?id=1']);
    expect(manifest.unused).toHaveLength(2);
    expect(manifest.entryOf(join(folder, 'reports', '..', 'reports', 'a.html'))).toEqual(ENTRY);
    expect(manifest.entryOf('https://A.gov.cn/x?id=1')).toEqual({ year: 2021 });
    expect(manifest.entryOf(join(folder, 'b.html'))).toBeNull();
    expect(manifest.unused).toEqual([]);
  });

  test('in GB18030 too', async () => {
    const gbk = Buffer.concat([Buffer.from('path,agency\na.html,'), Buffer.from('c4cfd1f4', 'hex')]);
    expect((await read(gbk)).entryOf(join(folder, 'a.html'))).toEqual({ agency: '南阳' });
  });

  test('members of archives', async () => {
    const manifest = await read('path,year\nz.zip!/b/c.html,2020\n');
    expect(manifest.entryOf(join(folder, 'z.zip!/b/c.html'))).toEqual({ year: 2020 });
  });

  test.each([
    ['../b.txt'],
    ['x/../../b.txt'],
    ['../z.zip!/c.txt'],
    ['in.zip!/../c.txt'],
    ['https:/../../b.txt'],
    ['.'],
    ['..'],
    ['../../site/b.txt', 'https://a.gov.cn/site/z.zip'],
    ['%2e./b.txt', 'https://a.gov.cn/site/z.zip'],
    ['..\\b.txt', 'https://a.gov.cn/site/z.zip'],
    ['.\t./b.txt', 'https://a.gov.cn/site/z.zip'],
  ])('not of what archives call their members: %j', async (name, archive = join(folder, 'z.zip')) => {
    const paths = ['b.txt', 'z.zip!/c.txt'].map((path) => ({ path, year: 2020 }));
    const urls = ['https://a.gov.cn/site/b.txt', 'https://a.gov.cn/site/z.zip!/c.txt'].map((url) => ({
      url,
      year: 2020,
    }));
    const manifest = await read(JSON.stringify([...paths, ...urls]));
    expect(manifest.entryOf(`${archive}!/${name}`)).toBeNull();
    expect(manifest.entryOf(`${archive}!/c.txt`)).toEqual({ year: 2020 });
    expect(manifest.entryOf(`${archive}!/./c.txt`)).toEqual({ year: 2020 });
  });
});

describe('what is wrong in a manifest is named by file, line, field, what was found and what was expected', () => {
  test.each<[string, string]>([
    [
      'path,year\na,20\nb,2999\n',
      'm:2 year: expected a year from 2008 to this one, came "20"; m:3 year: expected a year from 2008 to this one, came "2999"',
    ],
    [
      'path,division\n"a\nb",411300\nc,41130\n',
      'm:4 division: expected the code of a division, six digits, came "41130"',
    ],
    [
      'path,year\n\n"a\r\nb\nc",20\n\nb,21',
      'm:3 year: expected a year from 2008 to this one, came "20"; m:7 year: expected a year from 2008 to this one, came "21"',
    ],
    ['path,division\na,999999\n', 'm:2 division: expected the code of a division, six digits, came "999999"'],
    [
      `path,agency\na,${'局'.repeat(201)}\n`,
      `m:2 agency: expected a name of at most 200 characters, none of them a control character, came "${'局'.repeat(50)}…" (201 characters)`,
    ],
    [
      '[{"path": "a", "agency": "财\\u0000政局"}]',
      'm:1 agency: expected a name of at most 200 characters, none of them a control character, came "财\\u0000政局"',
    ],
    ['path,scope\na,ALL\n', 'm:2 scope: expected OWN or CONSOLIDATED, came "ALL"'],
    ['path,published\na,2021-02-29\n', 'm:2 published: expected a day as yyyy-mm-dd, came "2021-02-29"'],
    ['path,url\na,ftp://b\n', 'm:2 url: expected one of them, came both path and url'],
    ['url\nftp://b\n', 'm:2 url: expected an address of http or https, came "ftp://b"'],
    ['path,year\n,2020\n', 'm:2 path: expected a path or url, came nothing'],
    ['path\na\n./a\n', 'm:3 path: expected another document, came that of line 2 again'],
    [
      'path,yaer\na,2020\n',
      'm:1: expected columns path, url, agency, year, division, scope, published, with path or url among them, came path, yaer',
    ],
    [
      '',
      'm:1: expected columns path, url, agency, year, division, scope, published, with path or url among them, came nothing',
    ],
    ['[\n{"path": "a",\n"year": "x"}]', 'm:3 year: expected a year from 2008 to this one, came "x"'],
    ['[\n{"path": ["a"]}]', 'm:2 path: expected a text or a number, came ["a"]'],
    [
      '[\n{"path": "a", "yaer": 2020}]',
      'm:2: expected one of path, url, agency, year, division, scope, published, came "yaer"',
    ],
    ['[\n{"path": "a"},\n7]', 'm:3: expected an object, came 7'],
    ['{"path": "a"}', 'm:1: expected an array of objects, came {"path": "a"}'],
    ['[{"path": "a", "year": 2021,\n"year": 2022}]', 'm:2 year: expected it once, came "year"'],
    ['[\n{"path": }]', 'm:2: expected JSON, came ValueExpected'],
  ])('%j', async (text, message) => expect(await fault(text)).toBe(message));

  test('rows of unequal length, by line', async () => {
    expect(await fault('path,year\na,2020\nb,2020,x\n')).toMatch(
      /^m:3: expected comma-separated values, came .*Record Length/,
    );
  });
});
