import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';

/** Linux counts processor time in hundredths of a second. */
const TICK = 10_000;

interface Process {
  readonly parent: number;
  /** Of itself, and of the children that have ended (µs). */
  readonly own: number;
  readonly ended: number;
}

async function look(pid: number): Promise<Process | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name before it may hold blanks.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (at: number): number => Number(fields[at]) * TICK;
  return { parent: Number(fields[1]), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) };
}

/** Tells the processor time of all processes of a PostgreSQL (µs); null where it is not on this machine, or no Linux. */
export async function postgresWork(databaseUrl: string): Promise<() => Promise<number | null>> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = await look(rows[0]?.pid ?? 0);
  await client.end();
  if (backend === null) return () => Promise.resolve(null);
  const postmaster = backend.parent;
  return async () => {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const all = await Promise.all(pids.map(look));
    const children = all.filter((process) => process?.parent === postmaster);
    const main = await look(postmaster);
    return children.reduce((sum, child) => sum + (child?.own ?? 0), (main?.own ?? 0) + (main?.ended ?? 0));
  };
}
