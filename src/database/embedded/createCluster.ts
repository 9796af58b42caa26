import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EmbeddedDatabaseError } from '../../errors.js';
import { log } from '../../log.js';
import { type Cluster, clusterPaths, USER } from './Cluster.js';
import { reasonIn } from './reasonIn.js';
import { run } from './run.js';

/** Added to the name of a cluster that is not whole yet. */
const UNFINISHED = '.unfinished-';

/** Leftovers of processes killed in the middle of this: under the lock nobody else is at work. */
const clearLeftovers = async (home: string): Promise<void> => {
  for (const entry of await readdir(dirname(home)))
    if (entry.startsWith(basename(home) + UNFINISHED))
      await rm(join(dirname(home), entry), { recursive: true, force: true, maxRetries: 5 }).catch((error: unknown) =>
        log.warn('database.leftover', { entry, error }),
      );
};

const writePassword = async ({ password, account: { owner } }: Cluster): Promise<void> => {
  const file = await open(password, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(24).toString('base64url')}\n`);
    await file.sync();
    // initdb reads it as the user that it runs as.
    if (owner !== null) await file.chown(owner.uid, owner.gid);
  } finally {
    await file.close();
  }
};

/**
 * Order and case of letters by PostgreSQL's own C.UTF-8, the same on every computer. What a letter is some extensions
 * ask the C library: its C.UTF-8 where the computer has one, since its C knows no Chinese.
 */
const initialize = async ({ account, binaries, data, password, home }: Cluster): Promise<void> => {
  const set = [`--pgdata=${data}`, `--username=${USER}`, `--pwfile=${password}`, '--auth=scram-sha-256'];
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  let complaint = '';
  for (const ctype of ['--lc-ctype=C.UTF-8', '--lc-ctype=C']) {
    const { code, stderr } = await run(account.command(binaries.initdb, [...set, ...locale, ctype]), home);
    if (code === 0) return;
    complaint = stderr.trim();
    if (!complaint.includes('locale')) break;
  }
  throw new EmbeddedDatabaseError(
    `the embedded PostgreSQL could not be set up: ${reasonIn(complaint)}`,
    complaint.includes('user does not exist')
      ? 'Run as a user whom the system knows (a line in /etc/passwd), or set DATABASE_URL.'
      : 'Free some space or set GONGKAI_DATA to another folder.',
  );
};

/**
 * Makes a cluster under another name and renames it when it is whole, so that a kill at any moment leaves a whole one
 * or none. To be called under the lock.
 * @throws EmbeddedDatabaseError with what initdb said
 */
export async function createCluster(cluster: Cluster): Promise<void> {
  await clearLeftovers(cluster.home);
  const home = await mkdtemp(cluster.home + UNFINISHED);
  const unfinished = { ...cluster, ...clusterPaths(home) };
  const { owner } = cluster.account;
  try {
    if (owner !== null) await chown(home, owner.uid, owner.gid);
    await writePassword(unfinished);
    await initialize(unfinished);
    await rename(home, cluster.home);
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw error;
  }
}
