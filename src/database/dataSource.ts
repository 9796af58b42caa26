import 'reflect-metadata';
import pg from 'pg';
import { DataSource } from 'typeorm';
import * as entities from '../entities/index.js';
import { NamingStrategy } from './NamingStrategy.js';
import { Initial1763776800000 } from './migrations/1763776800000-Initial.js';
import { KeptReadings1763781000000 } from './migrations/1763781000000-KeptReadings.js';
import { Decisions1763784600000 } from './migrations/1763784600000-Decisions.js';
import { Totals1763786400000 } from './migrations/1763786400000-Totals.js';

/** Whole numbers of SQL become numbers here and nowhere else; past 2^53 they would no longer be exact. */
const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond the safe integers`);
  return value;
};
pg.types.setTypeParser(pg.types.builtins.INT8, safeInteger);
// A calendar day stays what is printed: as a JS Date it would move with the time zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

interface DataSourceOptions {
  /** Connections of the pool. */
  readonly poolSize?: number;
  /** How long one statement may take (ms); left out: as long as it needs. */
  readonly statementMs?: number;
}

/** The TypeORM data source over all entities; the schema is made by migrations alone. */
export const createDataSource = (url: string, { poolSize = 10, statementMs }: DataSourceOptions = {}): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'gongkai',
    poolSize,
    connectTimeoutMS: 10_000,
    ...(statementMs !== undefined && { extra: { statement_timeout: statementMs } }),
    entities: Object.values(entities),
    migrations: [Initial1763776800000, KeptReadings1763781000000, Decisions1763784600000, Totals1763786400000],
    migrationsTransactionMode: 'each',
    namingStrategy: new NamingStrategy(),
  });
