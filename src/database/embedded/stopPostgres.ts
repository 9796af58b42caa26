import { setTimeout as delay } from 'node:timers/promises';
import { findPostmaster, type Postmaster } from './postmaster.js';

/** Writing out everything may take long (ms). */
const PATIENCE = 60_000;
const STEP = 10;

/** Stops a server in order (PostgreSQL's "fast" shutdown) and waits for its end; false if it is still there then. */
export async function stopPostgres(data: string, { pid }: Postmaster): Promise<boolean> {
  process.kill(pid, 'SIGINT');
  for (const end = Date.now() + PATIENCE; Date.now() < end; await delay(STEP)) {
    const running = await findPostmaster(data);
    if (typeof running === 'string' || running.pid !== pid) return true;
  }
  return false;
}
