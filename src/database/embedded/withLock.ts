import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import lockfile from 'proper-lockfile';
import { codeOf, EmbeddedDatabaseError, messageOf } from '../../errors.js';
import { log } from '../../log.js';

/** After so long without a sign of life its holder is dead (ms). */
const STALE = 5_000;
const PATIENCE = 120_000;
const STEP = 50;

/** Waits for who has the lock, but for nothing else: a folder that can't be written to will not be. */
async function lock(folder: string): Promise<() => Promise<void>> {
  for (const end = Date.now() + PATIENCE; ; await delay(STEP))
    try {
      return await lockfile.lock(folder, {
        lockfilePath: join(folder, 'postgres.lock'),
        stale: STALE,
        update: 1_000,
        onCompromised: (error) => log.warn('database.lock.lost', { folder, error: error.message }),
      });
    } catch (error) {
      if (codeOf(error) !== 'ELOCKED' || Date.now() > end) throw error;
    }
}

/**
 * Does something while no other process of this data folder starts or stops the server.
 * @throws EmbeddedDatabaseError where it can't be locked
 */
export async function withLock<T>(folder: string, action: () => Promise<T>): Promise<T> {
  const release = await lock(folder).catch((cause: unknown) => {
    throw new EmbeddedDatabaseError(
      `cannot lock ${folder}: ${messageOf(cause)}`,
      codeOf(cause) === 'ELOCKED'
        ? 'Another gongkai is busy with it: wait, or set GONGKAI_DATA to another folder.'
        : 'It cannot be written to: free some space, correct its rights, or set GONGKAI_DATA to another folder.',
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
