import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '../../src/ingest/Outcome.js';
import { Desk } from '../../src/queue/Desk.js';
import type { IngestQueue, Taken } from '../../src/queue/IngestQueue.js';

/** Jobs by their documents, and what the queue is told of them. */
const scene = (...jobs: string[][]) => {
  const waiting = jobs.map((files, index): Taken => {
    return { id: String(index), documents: files.map((file) => ({ file, weight: 0 })), leaseSeconds: 60 };
  });
  const told: [verb: string, id: string, ...files: string[]][] = [];
  const queue = {
    take: () => Promise.resolve(waiting.shift() ?? null),
    finish: (id: string, outcomes: readonly Outcome[]) =>
      Promise.resolve(void told.push(['finish', id, ...outcomes.map(({ file }) => file)])),
    giveBack: (ids: readonly string[]) => Promise.resolve(ids.forEach((id) => void told.push(['back', id]))),
    fail: (ids: readonly string[]) => Promise.resolve(ids.forEach((id) => void told.push(['failed', id]))),
    renew: () => Promise.resolve(),
  };
  const stop = new AbortController();
  const desk = new Desk(queue as unknown as IngestQueue, 1, stop.signal);
  return { desk, told, stop, first: waiting.shift() ?? { id: '', documents: [], leaseSeconds: 60 } };
};

const outcome = (file: string) => ({ file, status: 'stored' }) as Outcome;

const handOut = async ({ desk, first }: ReturnType<typeof scene>): Promise<void> => {
  for await (const _ of desk.documents(first));
};

describe('a desk', () => {
  test.each<[string, string[][], string[], ReturnType<typeof scene>['told']]>([
    [
      'documents of two jobs',
      [['a', 'b'], ['c']],
      ['a', 'b', 'c'],
      [
        ['finish', '0', 'a', 'b'],
        ['finish', '1', 'c'],
      ],
    ],
    ['members of an archive', [['z', 'b']], ['z!/1', 'z!/2', 'b'], [['finish', '0', 'z!/1', 'z!/2', 'b']]],
    [
      'an archive refused after some members',
      [['z'], ['b']],
      ['z!/1', 'z', 'b'],
      [
        ['finish', '0', 'z!/1', 'z'],
        ['finish', '1', 'b'],
      ],
    ],
    [
      'an empty archive before a document',
      [['z'], ['b']],
      ['b'],
      [
        ['finish', '0'],
        ['finish', '1', 'b'],
      ],
    ],
    ['an archive at the end', [['a', 'z']], ['a', 'z!/1'], [['finish', '0', 'a', 'z!/1']]],
    [
      'the same document in two jobs',
      [['a'], ['a']],
      ['a', 'a'],
      [
        ['finish', '0', 'a'],
        ['finish', '1', 'a'],
      ],
    ],
    [
      'names that begin alike',
      [['a'], ['a!b']],
      ['a', 'a!b'],
      [
        ['finish', '0', 'a'],
        ['finish', '1', 'a!b'],
      ],
    ],
  ])('%s: each outcome finds its job', async (_, jobs, files, expected) => {
    const here = scene(...jobs);
    await handOut(here);
    for (const file of files) await here.desk.note(outcome(file));
    await here.desk.finish();
    await here.desk.close();
    expect(here.told).toEqual(expected);
  });

  test('gives back what is not finished', async () => {
    const here = scene(['a'], ['b', 'c']);
    await handOut(here);
    await here.desk.note(outcome('a'));
    await here.desk.note(outcome('b'));
    await here.desk.close();
    expect(here.told).toEqual([
      ['finish', '0', 'a'],
      ['back', '1'],
    ]);
  });

  test('says at which jobs the worker failed', async () => {
    const here = scene(['a'], ['b', 'c']);
    await handOut(here);
    await here.desk.note(outcome('a'));
    await here.desk.close(new Error('failed'));
    expect(here.told).toEqual([
      ['finish', '0', 'a'],
      ['failed', '1'],
    ]);
  });

  test('takes no job after it was told to stop', async () => {
    const here = scene(['a'], ['b']);
    here.stop.abort();
    await handOut(here);
    await here.desk.close();
    expect(here.told).toEqual([['back', '0']]);
  });

  test('leaves nothing on the signal of the run, which outlives it', async () => {
    const here = scene(...Array.from({ length: 20 }, (_, index) => [`${index}`]));
    const handing = handOut(here);
    await delay(20);
    expect(getEventListeners(here.stop.signal, 'abort')).toHaveLength(1);
    for (let index = 0; index < 7; index++) await here.desk.note(outcome(`${index}`));
    here.stop.abort();
    await handing;
    await here.desk.close();
    expect(getEventListeners(here.stop.signal, 'abort')).toHaveLength(0);
  });

  test('told to stop while it waits for room it waits no longer', async () => {
    const here = scene(...Array.from({ length: 20 }, (_, index) => [`${index}`]));
    const handing = handOut(here);
    await delay(20);
    here.stop.abort();
    await handing;
    await here.desk.close();
    expect(here.told).toHaveLength(7);
  });

  test('an outcome of nothing that was handed out is a bug', async () => {
    const here = scene(['a']);
    await handOut(here);
    await expect(here.desk.note(outcome('b'))).rejects.toThrow('no job is about b');
    await here.desk.close();
  });
});
