import { describe, expect, test } from '@jest/globals';
import { type Answer, AnswerStore } from '../../src/http/AnswerStore.js';

const MEGABYTE = 2 ** 20;
const answer = (text: string, whole = true): Answer => ({ bytes: Buffer.from(text), whole });
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Asks as the fast path does. */
async function ask(store: AnswerStore, version: string, key: string, compute: () => Promise<Answer | null>) {
  const stored = store.get(version, key);
  if (stored) return stored.toString();
  const computed = await store.answer(version, key, compute);
  await settled();
  return computed?.bytes.toString() ?? null;
}
const giving = (text: string) => () => Promise.resolve(answer(text));
const never = () => Promise.reject(new Error('computed again'));

describe('a stored answer', () => {
  test('is given again for the same version and key', async () => {
    const store = new AnswerStore(MEGABYTE);
    expect(await ask(store, 'v1', 'a', giving('1'))).toBe('1');
    expect(await ask(store, 'v1', 'a', never)).toBe('1');
    expect(await ask(store, 'v1', 'b', giving('2'))).toBe('2');
    expect(await ask(store, 'v2', 'a', giving('3'))).toBe('3');
    expect(await ask(store, 'v1', 'a', giving('4'))).toBe('4');
  });

  test.each<[string, () => Promise<Answer | null>]>([
    ['with errors', () => Promise.resolve(answer('{"errors":[]}', false))],
    ['that is not ours to give', () => Promise.resolve(null)],
    ['that failed', () => Promise.reject(new Error('failed'))],
    ['of a quarter of all bytes', () => Promise.resolve(answer('x'.repeat(MEGABYTE / 4)))],
  ])('is never one %s', async (_, compute) => {
    const store = new AnswerStore(MEGABYTE);
    await ask(store, 'v1', 'a', compute).catch(() => undefined);
    expect(store.get('v1', 'a')).toBeUndefined();
    expect(await ask(store, 'v1', 'a', giving('1'))).toBe('1');
  });

  test('is never one begun under an older version', async () => {
    const store = new AnswerStore(MEGABYTE);
    let finish: (answer: Answer) => void = () => undefined;
    const slow = ask(store, 'v1', 'a', () => new Promise((resolve) => (finish = resolve)));
    expect(await ask(store, 'v2', 'b', giving('new'))).toBe('new');
    finish(answer('old'));
    expect(await slow).toBe('old');
    expect(store.get('v2', 'a')).toBeUndefined();
  });

  test('is computed once for all who ask meanwhile, but not for those of a newer version', async () => {
    const store = new AnswerStore(MEGABYTE);
    let computed = 0;
    const compute = async () => {
      computed += 1;
      await settled();
      return answer('1');
    };
    await Promise.all([1, 2, 3].map(() => ask(store, 'v1', 'a', compute)));
    expect(computed).toBe(1);
    await Promise.all([ask(store, 'v2', 'a', compute), ask(store, 'v3', 'a', compute)]);
    expect(computed).toBe(3);
  });

  test('makes room for newer ones', async () => {
    const store = new AnswerStore(MEGABYTE);
    for (let key = 0; key < 100; key += 1) await ask(store, 'v1', `${key}`, giving('x'.repeat(100_000)));
    const kept = Array.from({ length: 100 }, (_, key) => store.get('v1', `${key}`)).filter(Boolean);
    expect(kept.length).toBe(10);
    expect(store.get('v1', '99')).toBeDefined();
  });
});
