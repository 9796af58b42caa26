import type { DataSource } from 'typeorm';
import type { Cube } from './cube/Cube.js';
import { DivisionIndex } from './divisions/DivisionIndex.js';
import { readDivisions } from './divisions/readDivisions.js';
import { dueYear } from './dueYear.js';
import { createLoaders, type Loaders } from './loaders/createLoaders.js';
import { totalsLoaders } from './loaders/totalsLoaders.js';
import { totalsAtOnce } from './loaders/totalsAtOnce.js';
import type { TotalsSource } from './totals/TotalsSource.js';

/** What every resolver has: one set of loaders a request, and what changes with no request. */
export interface Context {
  readonly db: DataSource;
  readonly loaders: Loaders;
  readonly totals: TotalsSource;
  readonly divisions: DivisionIndex;
  /** The last year whose 31 March deadline has passed. */
  readonly dueYear: number;
}

/** What totals and divisions are answered from. */
export type AnswerContext = Pick<Context, 'divisions' | 'dueYear' | 'totals'>;

/** Makes the context of one request after another. */
export interface ContextFactory {
  /** @param cube the totals in memory, as fresh as the request; null: the database gives all of them */
  (cube: Cube | null): Context;
  /** Of a request that is answered from memory alone. */
  readonly atOnce: (cube: Cube) => AnswerContext;
  /** What of it is the same for all requests of a day. */
  readonly lasting: () => Pick<Context, 'divisions' | 'dueYear'>;
}

/** The calendar is looked at once in so many ms: it costs more than a small question. */
const CALENDAR_MS = 1_000;

function calendar(now: () => Date): () => number {
  let year = 0;
  let readAt = -Infinity;
  return () => {
    const at = performance.now();
    if (at - readAt >= CALENDAR_MS) {
      year = dueYear(now());
      readAt = at;
    }
    return year;
  };
}

export function contextFactory(db: DataSource, now: () => Date = () => new Date()): ContextFactory {
  const divisions = new DivisionIndex(readDivisions());
  const year = calendar(now);
  const lasting = (): Pick<Context, 'divisions' | 'dueYear'> => ({ divisions, dueYear: year() });
  const create = (cube: Cube | null): Context => ({
    db,
    loaders: createLoaders(db),
    totals: totalsLoaders(db, cube),
    ...lasting(),
  });
  const atOnce = (cube: Cube): AnswerContext => ({ totals: totalsAtOnce(cube), ...lasting() });
  return Object.assign(create, { atOnce, lasting });
}
