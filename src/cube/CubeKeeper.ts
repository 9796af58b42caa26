import type { DataSource } from 'typeorm';
import type { Division } from '../divisions/Division.js';
import { log } from '../log.js';
import { readTotals } from '../rollup/readTotals.js';
import { Cube } from './Cube.js';

/** How long no totals are read after that has failed (ms): the database answers meanwhile. */
const PAUSE_MS = 5_000;

/** Its count and its moment (seconds). */
function partsOf(version: string): [number, number] {
  const [count, ...moment] = version.split('.');
  return [Number(count), Number(moment.join('.'))];
}

/**
 * Both the count and the moment of a version (`VERSION_SQL`) grow with time: where they disagree, the versions are of
 * different databases.
 */
function isOlder(one: string, other: string): boolean {
  const [count, moment] = partsOf(one);
  const [otherCount, otherMoment] = partsOf(other);
  return count < otherCount && moment <= otherMoment;
}

/**
 * Keeps the totals in memory up to the version of the dataset that is asked for: all are read once, later what has
 * changed. Nobody waits for the first reading, which takes seconds for a nation: until then the database answers.
 */
export class CubeKeeper {
  #cube: Cube | null = null;
  #horizon: string | null = null;
  #reading: Promise<void> | null = null;
  #pausedUntil = -Infinity;
  #closed = false;

  constructor(
    private readonly db: DataSource,
    private readonly divisions: readonly Division[],
  ) {}

  /** The cube where it holds this version or a later one; null where it has to be waited for, or is not to be had. */
  known(version: string): Cube | null {
    const cube = this.#cube;
    return cube !== null && (cube.version === version || isOlder(version, cube.version)) ? cube : null;
  }

  /** The cube of this version or a later one; null where the database has to answer. */
  async at(version: string): Promise<Cube | null> {
    // What is being read may have begun before that version: a second reading has not.
    for (let time = 0; time < 2 && this.known(version) === null; time++) {
      const isFirst = this.#cube === null;
      const reading = this.#read(version);
      if (isFirst || reading === null) return null;
      await reading;
    }
    return this.known(version);
  }

  /** Begins the first reading. @returns when it has ended, one way or the other */
  async start(): Promise<void> {
    await this.#read('');
  }

  /** Waits for what is being read. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#reading;
  }

  /** One at a time; null where none is begun. */
  #read(version: string): Promise<void> | null {
    if (this.#reading !== null) return this.#reading;
    if (this.#closed || performance.now() < this.#pausedUntil) return null;
    this.#reading = this.#follow(version)
      .catch((error: unknown) => {
        this.#cube = null;
        this.#pausedUntil = performance.now() + PAUSE_MS;
        log.warn('totals.unread', { error });
      })
      .finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #follow(version: string): Promise<void> {
    const known = this.#cube !== null && isOlder(this.#cube.version, version) ? this.#cube : null;
    // What does not come after it is of another database.
    if (known === null) this.#cube = null;
    const totals = await readTotals(this.db, known === null ? null : this.#horizon);
    const cube = known ?? new Cube(this.divisions);
    cube.apply(totals);
    this.#cube = cube;
    this.#horizon = totals.horizon;
  }
}
