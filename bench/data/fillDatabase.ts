import pg from 'pg';
import { createDataSource } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { fill } from './fill.js';

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Fills an empty database with so many reports, makes the totals, and says how long that took. */
export async function fillDatabase(url: string, reports: number): Promise<void> {
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
    console.log(`${reports} reports filled in and analyzed in ${seconds(since)}`);
    since = performance.now();
    await rebuild(dataSource);
    console.log(`totals made in ${seconds(since)}`);
    await client.query('vacuum analyze total_cell, total_roster, total_agency');
  } finally {
    await client.end();
    await dataSource.destroy();
  }
}
