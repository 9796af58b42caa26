import type { Metered } from './meteredLoad.js';
import { percentile } from './percentile.js';

/** What several loads of one contestant come to. */
export interface Summary {
  /** Answers a second, the median of the loads. */
  readonly perSecond: number;
  /** Milliseconds, of all answers. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time for each answer (µs): less at the mercy of what else the machine does. */
  readonly serverWork: number;
  /** Likewise, of the database; null where it cannot be told. */
  readonly databaseWork: number | null;
  readonly errors: number;
}

/** Numbers are NaN where nothing was answered. */
export function summarize(loads: readonly Metered[]): Summary {
  const times = loads.flatMap((load) => load.times);
  const sum = (of: (load: Metered) => number): number => loads.reduce((total, load) => total + of(load), 0);
  return {
    perSecond: percentile(
      loads.map((load) => load.times.length / load.seconds),
      0.5,
    ),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    serverWork: sum(({ serverWork }) => serverWork) / times.length,
    databaseWork: loads.some(({ databaseWork }) => databaseWork === null)
      ? null
      : sum(({ databaseWork }) => databaseWork ?? 0) / times.length,
    errors: sum(({ errors }) => errors),
  };
}
