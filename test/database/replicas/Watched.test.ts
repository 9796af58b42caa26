import { describe, expect, test } from '@jest/globals';
import type { Member } from '../../../src/database/replicas/Member.js';
import { Watched } from '../../../src/database/replicas/Watched.js';

/** A standby that is nobody's: only what is told of it counts. */
const watched = () => {
  const clock = { now: 0 };
  const member = { name: 'a' } as Member;
  const one = new Watched(member, () => clock.now);
  const at = (now: number, replayed: number, mark: number) => {
    clock.now = now;
    one.answered({ identity: 'ours', standby: true, lsn: BigInt(replayed), version: String(replayed) }, null);
    one.compare({ version: String(mark), lsn: BigInt(mark), at: now });
    return one.lag;
  };
  return { one, clock, at };
};

describe('Watched', () => {
  test('the lag is the age of the first change that it has not replayed', () => {
    const { one, clock, at } = watched();
    expect([at(0, 10, 10), at(1_000, 10, 20), at(2_000, 15, 30), at(3_000, 15, 30)]).toEqual([0, 0, 1_000, 2_000]);
    clock.now = 3_500;
    expect(one.lag).toBe(2_500);
  });

  test('one that is always a little behind is not late', () => {
    const { at } = watched();
    const lags = Array.from({ length: 20 }, (_, round) => at(round * 1_000, round * 10, round * 10 + 5));
    expect(Math.max(...lags)).toBe(0);
  });

  test('is in time again once it has replayed everything', () => {
    const { at } = watched();
    expect([at(0, 10, 20), at(5_000, 10, 20), at(6_000, 20, 20), at(9_000, 20, 20)]).toEqual([0, 5_000, 0, 0]);
  });

  test('is trusted at once as long as it never failed, and counts anew from when it came back', () => {
    const { one, clock, at } = watched();
    at(0, 1, 1);
    expect(one.wellFor).toBe(Infinity);
    one.failed();
    expect([one.position, one.wellFor]).toEqual([null, 0]);
    at(1_000, 1, 1);
    clock.now = 1_700;
    expect(one.wellFor).toBe(700);
  });
});
