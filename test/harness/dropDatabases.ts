import type { Client } from 'pg';

/** Drops the databases for which that holds, connected or not. */
export async function dropDatabases(client: Client, unwanted: (name: string) => boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select d.datname as name from pg_database as d where d.datname like 'gongkai\\_test\\_%'`,
  );
  for (const { name } of rows) if (unwanted(name)) await client.query(`drop database if exists ${name} with (force)`);
}
