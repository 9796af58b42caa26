import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import pg from 'pg';
import { createDataSource } from '../src/database/dataSource.js';
import { migrate } from '../src/database/migrate.js';
import { openDatabase } from '../src/database/openDatabase.js';
import { rebuild } from '../src/rollup/rebuild.js';
import { fill } from './data/fill.js';

const USAGE = `npm run bench:data -- [--reports 960000] [--data FOLDER]

Fills an empty database with a deterministic national data set: the one of DATABASE_URL, or the embedded one in FOLDER.`;

const NATIONAL = 960_000;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const SIZES = `
  select c.relname as table, c.reltuples::bigint as rows, pg_size_pretty(pg_table_size(c.oid)) as data,
    pg_size_pretty(pg_indexes_size(c.oid)) as indexes
  from pg_class as c
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.reltuples > 0
  order by pg_total_relation_size(c.oid) desc`;

async function run(url: string, reports: number): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  const client = new pg.Client({ connectionString: url });
  try {
    await migrate(dataSource);
    await client.connect();
    const { rows: agencies } = await client.query('select from agency limit 1');
    if (agencies.length > 0) throw new Error('the database holds reports already; take an empty one');
    let since = performance.now();
    await fill(client, reports, (done) => {
      if (done % 100_000 === 0) console.log(`${done} reports: ${seconds(since)}`);
    });
    console.log(`filled and analyzed in ${seconds(since)}`);
    since = performance.now();
    await rebuild(dataSource);
    console.log(`totals made in ${seconds(since)}`);
    await client.query('vacuum analyze total_cell, total_roster, total_agency');
    console.table((await client.query(SIZES)).rows);
  } finally {
    await client.end();
    await dataSource.destroy();
  }
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
    await run(database.url, reports);
  } finally {
    await database.close();
  }
}
