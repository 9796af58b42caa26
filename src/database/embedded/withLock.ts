import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { EmbeddedDatabaseError, messageOf } from '../../errors.js';
import { log } from '../../log.js';

/** After so long without a sign of life its holder is dead (ms). */
const STALE = 5_000;
const PATIENCE = 120_000;
const STEP = 50;

/** Does something while no other process of this data folder starts or stops the server. */
export async function withLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const release = await lockfile
    .lock(folder, {
      lockfilePath: join(folder, 'postgres.lock'),
      stale: STALE,
      update: 1_000,
      retries: { retries: PATIENCE / STEP, factor: 1, minTimeout: STEP, maxTimeout: STEP },
      onCompromised: (error) => log.warn('database.lock.lost', { folder, error: error.message }),
    })
    .catch((cause: unknown) => {
      throw new EmbeddedDatabaseError(
        `cannot lock ${folder}: ${messageOf(cause)}`,
        'Another gongkai is busy with it, or it cannot be written to; wait, or set GONGKAI_DATA to another folder.',
        { cause },
      );
    });
  try {
    return await action();
  } finally {
    // A lock lost on the way is already somebody else's.
    await release().catch(() => undefined);
  }
}
