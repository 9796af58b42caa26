import 'reflect-metadata';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import * as entities from '../entities/index.js';
import { NamingStrategy } from './NamingStrategy.js';
import { PlanningClient } from './plannedOnce.js';
import { ReplicatedDataSource } from './replicas/ReplicatedDataSource.js';
import type { ReplicaTiming } from './replicas/Replicas.js';
import { Initial1763776800000 } from './migrations/1763776800000-Initial.js';
import { KeptReadings1763781000000 } from './migrations/1763781000000-KeptReadings.js';
import { Decisions1763784600000 } from './migrations/1763784600000-Decisions.js';
import { Totals1763786400000 } from './migrations/1763786400000-Totals.js';
import { Pages1763790000000 } from './migrations/1763790000000-Pages.js';
import { Sharding1763791200000 } from './migrations/1763791200000-Sharding.js';
import { InlineCells1763793600000 } from './migrations/1763793600000-InlineCells.js';
import { Sketches1763798400000 } from './migrations/1763798400000-Sketches.js';
import { Grams1763802000000 } from './migrations/1763802000000-Grams.js';
import { AgencyYears1763805600000 } from './migrations/1763805600000-AgencyYears.js';
import { Lineages1763809200000 } from './migrations/1763809200000-Lineages.js';
import { ManifestAgencies1763812800000 } from './migrations/1763812800000-ManifestAgencies.js';
import { Counts1763816400000 } from './migrations/1763816400000-Counts.js';

/** Whole numbers of SQL become numbers here and nowhere else; past 2^53 they would no longer be exact. */
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
};
pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger);
// A calendar day stays what is printed: as a JS Date it would move with the time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

interface Options {
  /** Connections of the pool. */
  readonly poolSize?: number;
  /** How long one statement may take (ms); left out: as long as it needs. */
  readonly statementMs?: number;
}

/** A driver waits this much longer (ms) than the server, for one that is cut off never says that it gave up. */
const GRACE_MS = 1_000;

/** A connection over which nothing comes for so long (ms) is asked whether it is still there. */
const KEEP_ALIVE_MS = 60_000;

const optionsOf = (url: string, { poolSize = 10, statementMs }: Options, cutOff: boolean): DataSourceOptions => ({
  type: 'postgres',
  url,
  applicationName: 'gongkai',
  poolSize,
  connectTimeoutMS: 10_000,
  extra: {
    Client: PlanningClient,
    // Otherwise whoever waits for a machine that has gone waits for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
    ...(statementMs !== undefined && {
      statement_timeout: statementMs,
      ...(cutOff && { query_timeout: statementMs + GRACE_MS }),
    }),
  },
  entities: Object.values(entities),
  migrations: [
    Initial1763776800000,
    KeptReadings1763781000000,
    Decisions1763784600000,
    Totals1763786400000,
    Pages1763790000000,
    Sharding1763791200000,
    InlineCells1763793600000,
    Sketches1763798400000,
    Grams1763802000000,
    AgencyYears1763805600000,
    Lineages1763809200000,
    ManifestAgencies1763812800000,
    Counts1763816400000,
  ],
  migrationsTransactionMode: 'each',
  namingStrategy: new NamingStrategy(),
  // The others write on stdout, where data goes.
  logger: 'debug',
});

/** The TypeORM data source over all entities; the schema is made by migrations alone. */
export const createDataSource = (url: string, options: Options = {}): DataSource =>
  new DataSource(optionsOf(url, options, false));

export interface ReplicaOptions extends Options {
  /** Addresses of standbys; none: everything is read from the primary. */
  readonly replicaUrls: readonly string[];
  readonly timing: ReplicaTiming;
}

/**
 * A data source for questions alone. Each process likes another order of the standbys, so that they share the work.
 */
export function createReadingDataSource(url: string, { replicaUrls, timing, ...options }: ReplicaOptions): DataSource {
  if (replicaUrls.length === 0) return createDataSource(url, options);
  const address = (url: string) => ({ url, options: optionsOf(url, options, true) });
  return new ReplicatedDataSource({ primary: address(url), standbys: shuffled(replicaUrls).map(address) }, timing);
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);
}
