import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Taken } from '../../src/queue/IngestQueue.js';
import { Leases } from '../../src/queue/Leases.js';

beforeEach(() => void jest.useFakeTimers({ now: 0 }));
afterEach(() => void jest.useRealTimers());

/** What is done (s, from the start), and when each job was renewed until then. */
const scene = () => {
  const renewed: Record<string, number[]> = {};
  const leases = new Leases({
    renew: (ids) => {
      for (const id of ids) (renewed[id] ??= []).push(Date.now() / 1_000);
      return Promise.resolve();
    },
  });
  const job = (id: string, leaseSeconds: number): Taken => ({ id, documents: [], leaseSeconds });
  const until = (second: number): void => jest.advanceTimersByTime(second * 1_000 - Date.now());
  return { leases, renewed, job, until };
};

/** The longest time (s) that a job went without. */
const longest = (times: readonly number[] = [], end: number): number =>
  Math.max(...[...times, end].map((time, index) => time - (times[index - 1] ?? 0)));

describe('leases', () => {
  test('are renewed at a third of the shortest that is held', () => {
    const { leases, renewed, job, until } = scene();
    leases.hold(job('long', 3_600));
    until(10);
    leases.hold(job('short', 3));
    until(12.5);
    expect(renewed['short']).toEqual([10, 11, 12]);
    expect(renewed['long']).toEqual([0, 10, 11, 12]);
    leases.close();
  });

  test('of long ones are renewed in time, however many short ones come and go', () => {
    const { leases, renewed, job, until } = scene();
    leases.hold(job('long', 60));
    for (let second = 1; second < 300; second++) {
      const short = job(String(second), 3);
      leases.hold(short);
      until(second + 0.5);
      leases.drop(short);
      until(second + 1);
    }
    expect(longest(renewed['long'], 300)).toBeLessThanOrEqual(20);
    leases.close();
  });

  test('are renewed as seldom as they may once the short ones are gone', () => {
    const { leases, renewed, job, until } = scene();
    const short = job('short', 3);
    leases.hold(short);
    leases.hold(job('long', 60));
    leases.drop(short);
    until(62);
    expect(renewed['long']).toEqual([1, 21, 41, 61]);
    expect(renewed['short']).toEqual([0]);
    leases.close();
  });

  test('of nothing are not renewed, and begin anew', () => {
    const { leases, renewed, job, until } = scene();
    const first = job('first', 60);
    leases.hold(first);
    leases.drop(first);
    until(100);
    expect(jest.getTimerCount()).toBe(0);
    leases.hold(job('second', 60));
    until(121);
    expect(renewed).toEqual({ first: [0], second: [100, 120] });
    leases.close();
    expect(jest.getTimerCount()).toBe(0);
  });
});
