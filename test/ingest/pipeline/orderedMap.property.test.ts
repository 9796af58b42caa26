import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inBatches } from '../../../src/ingest/pipeline/inBatches.js';
import { orderedMap } from '../../../src/ingest/pipeline/orderedMap.js';
import { peek } from '../../../src/ingest/pipeline/peek.js';

async function* from<Item>(items: readonly Item[], closed: () => void = () => undefined): AsyncGenerator<Item> {
  try {
    for (const item of items) {
      await sleep(0);
      yield item;
    }
  } finally {
    closed();
  }
}
const all = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
};

const jobs = fc.array(fc.record({ ms: fc.nat(4), weight: fc.integer({ min: 1, max: 10 }) }), { maxLength: 30 });

describe('orderedMap', () => {
  test('yields all results in the order of the items and never holds more than its window', async () => {
    await fc.assert(
      fc.asyncProperty(
        jobs,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (list, count, weight) => {
          let held = 0;
          let heldWeight = 0;
          const work = async (job: (typeof list)[number]) => {
            held += 1;
            heldWeight += job.weight;
            expect(held).toBeLessThanOrEqual(count);
            expect(heldWeight - job.weight).toBeLessThan(weight);
            await sleep(job.ms);
            return job;
          };
          const results: unknown[] = [];
          for await (const job of orderedMap(from(list), work, { count, weight, weigh: (item) => item.weight })) {
            held -= 1;
            heldWeight -= job.weight;
            results.push(job);
          }
          expect(results).toEqual(list);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('works on while nobody asks for results', async () => {
    let begun = 0;
    const mapped = orderedMap(from([1, 2, 3, 4, 5, 6]), async (item) => ((begun += 1), item), { count: 4 });
    await mapped.next();
    await sleep(50);
    expect(begun).toBe(5);
    await mapped.return(undefined);
  });

  test('throws what the work throws when its turn has come, and closes its source', async () => {
    let closed = false;
    const work = async (item: number) => {
      if (item === 2) throw new Error('two');
      await sleep(5);
      return item;
    };
    const mapped = orderedMap(
      from([1, 2, 3], () => (closed = true)),
      work,
      { count: 3 },
    );
    expect(await mapped.next()).toEqual({ done: false, value: 1 });
    await expect(mapped.next()).rejects.toThrow('two');
    expect(closed).toBe(true);
  });

  test('throws what its source throws', async () => {
    async function* broken() {
      yield 1;
      throw new Error('broken');
    }
    await expect(all(orderedMap(broken(), (item) => Promise.resolve(item), { count: 3 }))).rejects.toThrow('broken');
  });
});

describe('inBatches', () => {
  test('loses nothing, changes no order, and keeps to its limits', async () => {
    await fc.assert(
      fc.asyncProperty(
        jobs,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 20 }),
        async (list, count, weight) => {
          const batches = await all(inBatches(from(list), { count, weight, weigh: (item) => item.weight, wait: 1000 }));
          expect(batches.flat()).toEqual(list);
          for (const batch of batches) {
            const sum = batch.slice(0, -1).reduce((total, item) => total + item.weight, 0);
            expect([batch.length > 0, batch.length <= count, sum < weight]).toEqual([true, true, true]);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('does not hold back what has come for what is slow to come', async () => {
    async function* slow() {
      yield 1;
      yield 2;
      await sleep(400);
      yield 3;
    }
    expect(await all(inBatches(slow(), { count: 10, wait: 50 }))).toEqual([[1, 2], [3]]);
  });

  test('hands on what came before a failure', async () => {
    async function* broken() {
      yield 1;
      throw new Error('broken');
    }
    const batches = inBatches(broken(), { count: 10, wait: 50 });
    expect(await batches.next()).toEqual({ done: false, value: [1] });
    await expect(batches.next()).rejects.toThrow('broken');
  });
});

test.each([
  [0, true],
  [3, true],
  [4, false],
])('peek: of %i items at most three is %s, and none is lost', async (length, expected) => {
  const items = Array.from({ length }, (_, index) => index);
  const { few, items: seen } = await peek(from(items), 3);
  expect([few, await all(seen)]).toEqual([expected, items]);
});
