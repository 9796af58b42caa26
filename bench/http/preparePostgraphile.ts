import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { dueYear } from '../../src/dueYear.js';
import { root } from '../../src/root.js';

const FOLDER = new URL('bench/postgraphile/', root);

const isInstalled = (): boolean => existsSync(new URL('node_modules/.bin/node', FOLDER));

/** Installs PostGraphile with the Node that it needs, into a folder of its own, unless it is there. */
async function install(): Promise<void> {
  if (isInstalled()) return;
  console.log('installing PostGraphile into bench/postgraphile');
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund'], { cwd: fileURLToPath(FOLDER) });
  if (!isInstalled()) throw new Error('the Node for PostGraphile is missing: its install script has to be allowed');
}

const STATE = `
  select 'version ' || (select sum(v.version) from public.dataset_version as v) || ', due ' || $1::integer as wanted,
    (select obj_description(n.oid, 'pg_namespace') from pg_namespace as n where n.nspname = 'postgraphile') as found`;

/** Makes the views in a schema of their own, unless they are there and of the same dataset. */
async function createViews(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const due = dueYear(new Date());
    const { rows } = await client.query<{ wanted: string; found: string | null }>(STATE, [due]);
    const [state] = rows;
    if (!state || state.wanted === state.found) return;
    console.log('making the views for PostGraphile');
    const sql = await readFile(new URL('schema.sql', FOLDER), 'utf8');
    await client.query(sql.replaceAll('{{dueYear}}', String(due)));
    await client.query('vacuum analyze postgraphile.city_total');
    await client.query(`comment on schema postgraphile is '${state.wanted}'`);
  } finally {
    await client.end();
  }
}

/** Everything that PostGraphile needs to answer from this database. */
export async function preparePostgraphile(databaseUrl: string): Promise<void> {
  await install();
  await createViews(databaseUrl);
}
