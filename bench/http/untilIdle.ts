import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

const PATIENCE_MS = 120_000;
const STEP_MS = 200;

const BUSY = `select count(*)::integer as busy from pg_stat_activity
  where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`;

/** Waits until the database has nothing to do: a slow contestant leaves statements behind when its load has ended. */
export async function untilIdle(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const end = Date.now() + PATIENCE_MS;
  for (let busy = 1; busy > 0 && Date.now() < end;) {
    const { rows } = await client.query<{ busy: number }>(BUSY);
    busy = rows[0]?.busy ?? 0;
    if (busy > 0) await delay(STEP_MS);
  }
  await client.end();
}
