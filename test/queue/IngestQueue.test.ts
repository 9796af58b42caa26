import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/ingest/Outcome.js';
import { IngestQueue, type Taken } from '../../src/queue/IngestQueue.js';
import type { GivenUp } from '../../src/queue/JobTable.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { eventually } from '../harness/eventually.js';

let database: TestDatabase;
let queue: IngestQueue;
beforeAll(async () => {
  database = await createTestDatabase();
  queue = await IngestQueue.open(database.url);
});
afterAll(async () => {
  await queue.close();
  await database.drop();
});
beforeEach(() => database.dataSource.query('delete from gongkai_queue.job'));

const put = (key: string, files: readonly string[], lease = 60): Promise<void> =>
  queue.put([{ key, documents: files.map((file) => ({ file, weight: 1 })) }], lease);

const take = async (): Promise<Taken> => {
  const job = await queue.take();
  if (job === null) throw new Error('nothing waits');
  return job;
};

const told = async (): Promise<(Outcome | GivenUp)[]> => {
  const all: (Outcome | GivenUp)[] = [];
  for await (const outcome of queue.outcomes()) all.push(outcome);
  return all;
};

/** All workers that had it died at once: their leases ran out long ago. */
const expire = (id: string): Promise<unknown> =>
  database.dataSource.query(`update gongkai_queue.job set started_on = now() - interval '1 hour' where id = $1`, [id]);

const attempts = async (): Promise<number> => {
  const [row] = await database.dataSource.query<{ count: number }[]>(
    'select j.retry_count as count from gongkai_queue.job as j',
  );
  return row?.count ?? NaN;
};

describe('a queue', () => {
  test('has a job that is given back in order, however often, as if it had not been taken', async () => {
    await put('k', ['/a']);
    const ids = new Set<string>();
    for (let times = 0; times < 20; times++) {
      const { id } = await take();
      ids.add(id);
      await queue.giveBack([id]);
    }
    expect([ids.size, await attempts()]).toEqual([1, 0]);
    expect(await queue.counts()).toEqual({ waiting: 1, active: 0, done: 0, failed: 0 });
  });

  test('counts the workers that died at a job, not those that gave it back in between', async () => {
    await put('k', ['/a']);
    const counted: number[] = [];
    for (let times = 0; times < 2; times++) {
      const { id } = await take();
      await expire(id);
      await eventually(async () => (await queue.counts()).waiting === 1);
      await queue.giveBack([(await take()).id]);
      counted.push(await attempts());
    }
    expect(counted).toEqual([1, 2]);
  });

  test('says of which documents it gave up', async () => {
    await put('k', ['/a', '/b']);
    const { id } = await take();
    await database.dataSource.query('update gongkai_queue.job set retry_count = retry_limit where id = $1', [id]);
    await expire(id);
    await eventually(async () => (await queue.counts()).failed === 1);
    expect(await told()).toEqual([
      { file: '/a', status: 'given up' },
      { file: '/b', status: 'given up' },
    ]);
  });

  test('does not take back what is done', async () => {
    await put('k', ['/a']);
    const { id } = await take();
    await queue.finish(id, []);
    await queue.giveBack([id]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, done: 1 });
  });

  test.each([[0], [1], [999], [1_000], [1_001], [2_500]])(
    'tells %i outcomes of a job in their order',
    async (count) => {
      const outcomes = Array.from({ length: count }, (_, index) => ({ file: `/${index}` }) as Outcome);
      for (const key of ['1', '2']) {
        await put(key, ['/z.zip']);
        await queue.finish((await take()).id, outcomes);
      }
      expect(await told()).toEqual([...outcomes, ...outcomes]);
    },
  );
});
