import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differences } from '../../src/rollup/check.js';
import type { CellKey } from '../../src/rollup/place.js';
import { type CountedAgency, readTotals, type Roster } from '../../src/rollup/readTotals.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { emptied } from '../harness/emptied.js';
import { step, take } from './writers.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const WRITERS = 3;

/** A process that holds all totals and reads but what may have changed since. */
class Follower {
  readonly #cells = new Map<string, unknown>();
  readonly #rosters = new Map<string, Roster>();
  readonly #agencies = new Map<string, CountedAgency>();
  #horizon: string | null = null;

  async follow(): Promise<void> {
    const { cells, facts, rosters, agencies, gone, horizon } = await readTotals(database.dataSource, this.#horizon);
    this.#horizon = horizon;
    for (const { from, to, ...cell } of cells)
      this.#cells.set(keyOf(cell), [cell, [...facts.numbers.slice(from, to)], [...facts.amounts.slice(from, to)]]);
    for (const roster of rosters) this.#rosters.set(`${roster.divisionCode} ${roster.agencyKind}`, roster);
    for (const agency of agencies) this.#agencies.set(`${agency.agencyId}`, agency);
    for (const id of gone) this.#agencies.delete(`${id}`);
  }

  get held(): unknown {
    return [sorted(this.#cells), sorted(this.#rosters), sorted(this.#agencies)];
  }
}
const keyOf = ({ divisionCode, agencyKind, year, scope }: CellKey): string =>
  [divisionCode, agencyKind, year, scope].join(' ');
const sorted = <Value>(map: ReadonlyMap<string, Value>): [string, Value][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));

test('after any steps of several writers at once no total differs, nor to anybody who looks meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { maxLength: 8 }), { minLength: WRITERS, maxLength: WRITERS }),
      async (writers) => {
        await emptied(database.dataSource);
        const follower = new Follower();
        const looks: unknown[] = [];
        const state = { writing: true };
        const looking = (async () => {
          while (state.writing) {
            looks.push(...(await differences(database.dataSource)));
            await follower.follow();
          }
        })();
        try {
          // All of them have ended, whatever one of them met with.
          const ended = await Promise.allSettled(
            writers.map(async (steps) => {
              for (const one of steps) await take(database.dataSource, one);
            }),
          );
          expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
        } finally {
          state.writing = false;
        }
        await looking;
        expect(looks).toEqual([]);
        expect(await differences(database.dataSource)).toEqual([]);
        await follower.follow();
        const other = new Follower();
        await other.follow();
        expect(follower.held).toEqual(other.held);
      },
    ),
    // What several writers meet with is not met with again.
    { numRuns: Number(process.env['FC_RUNS'] ?? 25), endOnFailure: true },
  );
});
