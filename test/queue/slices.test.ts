import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { QueuedDocument } from '../../src/queue/QueuedDocument.js';
import { type Slice, slices } from '../../src/queue/slices.js';

async function* each(documents: readonly QueuedDocument[]): AsyncGenerator<QueuedDocument> {
  yield* documents;
}

const cut = async (files: readonly string[]): Promise<Slice[]> => {
  const all: Slice[] = [];
  for await (const slice of slices(each(files.map((file) => ({ file, weight: 1 }))))) all.push(slice);
  return all;
};

const filesOf = (all: readonly Slice[]): string[] => all.flatMap(({ documents }) => documents.map(({ file }) => file));
const folder = Array.from({ length: 1_000 }, (_, index) => `/shared/${index}.html`);

describe('slices', () => {
  test('hold all documents in their order, at most 64 each, none empty', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string(), { maxLength: 300 }), async (files) => {
        const all = await cut(files);
        expect(filesOf(all)).toEqual(files);
        for (const { documents } of all) expect([documents.length > 0, documents.length <= 64]).toEqual([true, true]);
      }),
      { numRuns: 50 },
    );
  });

  test('have keys that tell them apart, and the same ones the next time', async () => {
    const all = await cut(folder);
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    expect(await cut(folder)).toEqual(all);
  });

  test('one document more in the middle makes few others', async () => {
    const known = new Set((await cut(folder)).map(({ key }) => key));
    const more = await cut([...folder.slice(0, 500), '/shared/500a.html', ...folder.slice(500)]);
    expect(more.filter(({ key }) => !known.has(key)).length).toBeLessThanOrEqual(3);
    expect(more.length).toBeGreaterThan(15);
  });

  test('what a manifest says is part of the key', async () => {
    const keys: string[] = [];
    for (const year of [2020, 2021])
      for await (const { key } of slices(each([{ file: '/a', weight: 1, entries: { '/a': { year } } }])))
        keys.push(key);
    expect(keys[0]).not.toBe(keys[1]);
  });
});
