import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readManifest } from '../../../src/ingest/manifest/readManifest.js';

/** Too many to look into their folder for each of them. */
const COUNT = 6_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-absent-'));
  const numbers = Array.from({ length: COUNT }, (_, number) => number);
  for (const number of numbers) await writeFile(join(folder, `${number}.html`), '');
  const lines = numbers.flatMap((number) => [`${number}.html,甲`, `${number}.doc,乙`, `a.zip!/${number}.html,丙`]);
  await writeFile(join(folder, 'manifest.csv'), `path,agency\n${lines.join('\n')}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder of many files is looked into once for all that is not in it', async () => {
  const manifest = await readManifest(join(folder, 'manifest.csv'));
  const absent = await manifest.absent();
  expect(absent.filter(({ agency }) => agency === '甲')).toEqual([]);
  expect(absent).toHaveLength(2 * COUNT);
});
