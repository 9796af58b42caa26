import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../src/database/openDatabase.js';
import { fillDatabase } from './data/fillDatabase.js';

const USAGE = `npm run bench:data -- [--reports 960000] [--data FOLDER]

Fills an empty database with a deterministic national data set: the one of DATABASE_URL, or the embedded one in FOLDER.`;

const NATIONAL = 960_000;

const SIZES = `
  select c.relname as table, c.reltuples::bigint as rows, pg_size_pretty(pg_table_size(c.oid)) as data,
    pg_size_pretty(pg_indexes_size(c.oid)) as indexes
  from pg_class as c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.reltuples > 0
  order by pg_total_relation_size(c.oid) desc`;

async function showSizes(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  console.table((await client.query(SIZES)).rows);
  await client.end();
}

const { values } = parseArgs({
  options: { reports: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
});
const reports = Number(values.reports ?? NATIONAL);
if (values.help === true || !Number.isInteger(reports) || reports < 1) {
  console.log(USAGE);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  const databaseUrl = values.data === undefined ? (process.env['DATABASE_URL'] ?? null) : null;
  const database = await openDatabase({ databaseUrl, dataFolder: resolve(values.data ?? '.gongkai-bench') });
  try {
    await fillDatabase(database.url, reports);
    await showSizes(database.url);
  } finally {
    await database.close();
  }
}
