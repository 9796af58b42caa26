import pg from 'pg';
import { createDataSource } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { openDatabase } from '../../src/database/openDatabase.js';
import { fillDatabase } from '../data/fillDatabase.js';

/** A data set of the bench, ready to be asked. */
export interface BenchDatabase {
  readonly url: string;
  readonly reports: number;
  readonly close: () => Promise<void>;
}

async function countReports(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*)::text as count from annual_report');
  await client.end();
  return Number(rows[0]?.count);
}

/** Opens the data set of a folder, with all migrations; an empty one is filled with so many reports first. */
export async function openBenchDatabase(dataFolder: string, reports: number): Promise<BenchDatabase> {
  const database = await openDatabase({ databaseUrl: null, dataFolder });
  const { url } = database;
  const close = (): Promise<void> => database.close();
  try {
    const dataSource = await createDataSource(url).initialize();
    await migrate(dataSource);
    await dataSource.destroy();
    if ((await countReports(url)) === 0) await fillDatabase(url, reports);
    return { url, reports: await countReports(url), close };
  } catch (error) {
    await close();
    throw error;
  }
}
