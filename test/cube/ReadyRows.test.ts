import { describe, expect, test } from '@jest/globals';
import { ReadyRows, Room } from '../../src/cube/ReadyRows.js';

/** Asks for rows of these places in turn. @returns how often each had to be found */
function found(ready: ReadyRows<string>, places: readonly (string | null)[], rows = ['one', 'other']): number[] {
  const counts = places.map(() => 0);
  for (const [at, place] of places.entries()) {
    const got = ready.of(place, () => {
      counts[at] = 1;
      return rows;
    });
    expect(got).toEqual(rows);
  }
  return counts;
}

describe('rows of a question', () => {
  test.each<[string, (string | null)[], number[]]>([
    ['asked once in each place are not kept', ['a', 'b', 'c'], [1, 1, 1]],
    ['are kept from the second time on', ['a', 'b', 'a', 'b', 'a', 'b'], [1, 1, 1, 1, 0, 0]],
    ['at the root are too', [null, null, null], [1, 1, 0]],
  ])('%s', (_, places, counts) => {
    expect(found(new ReadyRows(new Room(100)), places)).toEqual(counts);
  });

  test('are kept as long as there is room, of all questions together', () => {
    const room = new Room(5);
    const [one, other] = [new ReadyRows<string>(room), new ReadyRows<string>(room)];
    expect(found(one, ['a', 'a', 'a'])).toEqual([1, 1, 0]);
    expect(found(other, ['a', 'a', 'a'])).toEqual([1, 1, 1]);
    expect(found(one, ['a'])).toEqual([0]);
    room.clear();
    expect(found(other, ['a', 'a'])).toEqual([1, 0]);
  });

  test('are not kept where there are too many', () => {
    const ready = new ReadyRows<string>(new Room(100));
    let asked = 0;
    for (let times = 0; times < 3; times += 1)
      expect(
        ready.of('a', () => {
          asked += 1;
          return null;
        }),
      ).toBeNull();
    expect(asked).toBe(3);
  });
});
