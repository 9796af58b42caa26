import { availableParallelism, cpus, totalmem } from 'node:os';
import pg from 'pg';

/** When and on what something was measured, in one line. */
export async function machine(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
  await client.end();
  const processor = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    new Date().toISOString().slice(0, 10),
    `${availableParallelism()} cores (${processor})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    `PostgreSQL ${rows[0]?.version}`,
  ].join(', ');
}
