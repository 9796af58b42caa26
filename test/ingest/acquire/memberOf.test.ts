import { copyFile, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { Fetcher } from '../../../src/ingest/acquire/Fetcher.js';
import { locate } from '../../../src/ingest/acquire/locations.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { openSite, type TestSite } from './testSite.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-member-'));
  const inner = zipSync({ 'c.html': strToU8('c') });
  const broken = zipSync({ 'x.html': strToU8('text of x') }, { level: 0 });
  broken[45] = (broken[45] ?? 0) ^ 1;
  await writeFile(join(folder, 'a.zip'), zipSync({ 'b.html': strToU8('b'), 'd/e.txt': strToU8('e'), 'f.zip': inner }));
  await writeFile(join(folder, 'broken.zip'), broken);
  await writeFile(join(folder, 'odd!'), 'a file whose name ends like a mark');
});
afterAll(() => rm(folder, { recursive: true }));

/** What paths give: name and text of each document, or why it can't be had. */
async function given(...paths: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const document of locate(paths.map((path) => join(folder, path)))) {
    const file = document.file.slice(folder.length + 1);
    const source = await document.acquire().catch((error: unknown) => error);
    if (source instanceof Error && !(source instanceof Refusal)) throw source;
    const said = source instanceof Refusal ? source.reason : Buffer.from((source as { bytes: Uint8Array }).bytes);
    found.push(`${file} = ${said.toString()}`);
  }
  return found;
}

test.each<[string, string[]]>([
  ['a.zip!/b.html', ['a.zip!/b.html = b']],
  ['a.zip!/d/e.txt', ['a.zip!/d/e.txt = e']],
  ['a.zip!/f.zip!/c.html', ['a.zip!/f.zip!/c.html = c']],
  ['a.zip!/none.html', ['a.zip!/none.html = UNREADABLE']],
  ['broken.zip!/x.html', ['broken.zip!/x.html = UNREADABLE']],
  ['none.zip!/b.html', ['none.zip!/b.html = UNREADABLE']],
  ['odd!', ['odd! = a file whose name ends like a mark']],
])('%s', async (path, expected) => expect(await given(path)).toEqual(expected));

test('documents of several archives come in their order', async () =>
  expect(
    await given('a.zip!/d/e.txt', 'a.zip!/b.html', 'a.zip!/b.html', 'odd!', 'broken.zip!/x.html', 'a.zip!/b.html'),
  ).toEqual([
    'a.zip!/d/e.txt = e',
    'a.zip!/b.html = b',
    'a.zip!/b.html = b',
    'odd! = a file whose name ends like a mark',
    'broken.zip!/x.html = UNREADABLE',
    'a.zip!/b.html = b',
  ]));

test('an archive is read once for the documents that are named one after another', async () => {
  const archive = join(folder, 'once.zip');
  await copyFile(join(folder, 'a.zip'), archive);
  const documents = locate([`${archive}!/b.html`, `${archive}!/d/e.txt`, `${archive}!/f.zip!/c.html`]);
  const texts: string[] = [];
  for await (const document of documents) {
    texts.push(Buffer.from((await document.acquire()).bytes).toString());
    if (texts.length === 1) await unlink(archive);
  }
  expect(texts).toEqual(['b', 'e', 'c']);
});

describe('an archive on the web', () => {
  let site: TestSite;
  let fetcher: Fetcher;
  beforeAll(async () => {
    const bytes = await readFile(join(folder, 'a.zip'));
    site = await openSite({
      '/r/a.zip': (response) => response.end(bytes),
      '/page': (response) => response.end('page'),
    });
    fetcher = new Fetcher({ allowPrivate: true, timing: { interval: 1, retries: 0 } });
  });
  afterAll(() => Promise.all([fetcher.close(), site.close()]));

  test('is fetched once for its documents, and the mark is no part of other addresses', async () => {
    const paths = ['/r/a.zip!/d/e.txt', '/r/a.zip!/f.zip!/c.html', '/r/a.zip!/none.html', '/page#!/a.zip!/b.html'];
    const found: string[] = [];
    const locations = paths.map((path) => `${site.url}${path}`);
    for await (const document of locate(locations, () => fetcher)) {
      const source = await document.acquire().catch((error: unknown) => error);
      const said = source instanceof Refusal ? source.reason : (source as { url: string; bytes: Uint8Array });
      const text = typeof said === 'string' ? said : `${Buffer.from(said.bytes).toString()} of ${said.url}`;
      found.push(`${document.file} = ${text}`.replaceAll(site.url, ''));
    }
    expect(found).toEqual([
      '/r/a.zip!/d/e.txt = e of /r/a.zip',
      '/r/a.zip!/f.zip!/c.html = c of /r/a.zip',
      '/r/a.zip!/none.html = UNREADABLE',
      '/page#!/a.zip!/b.html = page of /page#!/a.zip!/b.html',
    ]);
    expect(site.asked.map(({ path }) => path)).toEqual(['/r/a.zip', '/page']);
  });
});
