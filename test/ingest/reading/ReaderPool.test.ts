import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { ReaderPool } from '../../../src/ingest/reading/ReaderPool.js';
import type { Unread } from '../../../src/ingest/reading/readDocument.js';
import { readGroup } from '../../../src/ingest/reading/readGroup.js';
import { sourceOf } from '../../../src/ingest/acquire/sourceOf.js';

const unread = (text: string | Uint8Array): Unread => ({
  source: sourceOf(typeof text === 'string' ? Buffer.from(text) : text, {
    fileName: 'a.txt',
    url: null,
    declaredType: null,
    retrievedAt: new Date(0),
  }),
  manifest: null,
});

describe('threads that a document ends', () => {
  let pool: ReaderPool;
  beforeAll(() => {
    pool = new ReaderPool(2, 1500, new URL('troubledReader.js', import.meta.url));
  });
  afterAll(() => pool.close());

  test.each(['hang', 'exit', 'throw'])('%s: it alone is refused, its neighbors are read', async (trouble) => {
    const readings = await pool.read([unread('one'), unread(trouble), unread('two')]);
    expect(readings.map((reading) => ('refused' in reading ? reading.refused : null))).toEqual([
      expect.objectContaining({ message: 'read one' }),
      expect.objectContaining({ reason: 'LIMIT_EXCEEDED' }),
      expect.objectContaining({ message: 'read two' }),
    ]);
  });
});

test('threads that never start are a fault, not a refusal of every document', async () => {
  const broken = new ReaderPool(1, 5000, new URL('brokenReader.js', import.meta.url));
  try {
    await expect(broken.read([unread('one')])).rejects.toThrow('never starts');
  } finally {
    await broken.close();
  }
});

test('a report reads in a thread as it does here', async () => {
  const documents = [unread(readFileSync('data/samples/hongze-government-2023.txt')), unread('今天天气很好。')];
  const pool = new ReaderPool(1);
  try {
    const here = structuredClone(await readGroup(documents));
    expect(JSON.stringify(await pool.read(documents)) === JSON.stringify(here)).toBe(true);
  } finally {
    await pool.close();
  }
});
