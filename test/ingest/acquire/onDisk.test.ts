import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { locate, readList } from '../../../src/ingest/acquire/locations.js';
import { Refusal } from '../../../src/ingest/Refusal.js';

/** In GBK. */
const NANYANG = Buffer.from('c4cfd1f4', 'hex');
const HANZHOU = Buffer.from('babad6dd', 'hex');

let folder: string;
const named = (...parts: (string | Buffer)[]): Buffer =>
  Buffer.concat([Buffer.from(`${folder}/`), ...parts.map((part) => Buffer.from(part))]);

// Some systems have no names that are not UTF-8.
const isPossible = process.platform === 'linux';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-names-'));
  if (!isPossible) return;
  await mkdir(named(NANYANG));
  await writeFile(named(NANYANG, '/', HANZHOU, '.txt'), 'within');
  await writeFile(named(NANYANG, '.txt'), 'in GBK');
  await writeFile(named('南阳.txt'), 'in UTF-8');
  await writeFile(named(HANZHOU, '.txt'), 'other');
  await writeFile(named(HANZHOU, '.zip'), zipSync({ 'b.html': strToU8('member') }));
  await writeFile(named('list'), Buffer.concat([Buffer.from('# '), HANZHOU, Buffer.from('\n'), HANZHOU]));
});
afterAll(() => rm(folder, { recursive: true }));

async function given(path: string): Promise<string[]> {
  const found: string[] = [];
  for await (const document of locate([join(folder, path)])) {
    const source = await document.acquire().catch((error: unknown) => error);
    if (source instanceof Error && !(source instanceof Refusal)) throw source;
    const said = source instanceof Refusal ? source.reason : Buffer.from((source as { bytes: Uint8Array }).bytes);
    found.push(`${document.file.slice(folder.length + 1)} = ${said.toString('latin1', 0, 9)}`);
  }
  return found;
}

(isPossible ? test : test.skip).each<[string, string[]]>([
  [
    '.',
    [
      '%c4%cf%d1%f4%2e%74%78%74 = in GBK',
      'list = # \u00ba\u00ba\u00d6\u00dd\n\u00ba\u00ba',
      '南阳/汉州.txt = within',
      '南阳.txt = in UTF-8',
      '汉州.txt = other',
      '汉州.zip = PK\u0003\u0004\u0014\0\0\0\b',
    ],
  ],
  ['南阳/汉州.txt', ['南阳/汉州.txt = within']],
  ['汉州.zip!/b.html', ['汉州.zip!/b.html = member']],
  ['\ufffd\ufffd\ufffd\ufffd.zip!/b.html', ['\ufffd\ufffd\ufffd\ufffd.zip!/b.html = member']],
  ['*.txt', ['%c4%cf%d1%f4%2e%74%78%74 = in GBK', '汉州.txt = other', '南阳.txt = in UTF-8']],
  ['洛阳.txt', ['洛阳.txt = UNREADABLE']],
])('%s', async (path, expected) => expect((await given(path)).toSorted()).toEqual(expected.toSorted()));

(isPossible ? test : test.skip)('a list in GBK', async () =>
  expect(await readList(join(folder, 'list'))).toEqual(['汉州']),
);
