import type { DataSource } from 'typeorm';
import { DivisionIndex } from './divisions/DivisionIndex.js';
import { readDivisions } from './divisions/readDivisions.js';
import { dueYear } from './dueYear.js';
import { createLoaders, type Loaders } from './loaders/createLoaders.js';

/** What every resolver has: one set of loaders a request, and what changes with no request. */
export interface Context {
  readonly db: DataSource;
  readonly loaders: Loaders;
  readonly divisions: DivisionIndex;
  /** The last year whose 31 March deadline has passed. */
  readonly dueYear: number;
}

/** Makes the context of one request after another. */
export interface ContextFactory {
  (): Context;
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
  return Object.assign((): Context => ({ db, loaders: createLoaders(db), ...lasting() }), { lasting });
}
