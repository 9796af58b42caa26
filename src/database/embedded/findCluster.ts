import { mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedDatabaseError, messageOf } from '../../errors.js';
import { findAccount } from './account.js';
import { binaries as findBinaries } from './binaries.js';
import { type Cluster, clusterPaths } from './Cluster.js';
import { createCluster } from './createCluster.js';

/** Makes the folder where it is missing and names it by its real path, since processes may come by different ones. */
export const prepareFolder = async (folder: string): Promise<string> => {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `cannot use the folder ${folder}: ${messageOf(cause)}`,
      'Set GONGKAI_DATA to a folder that can be written to.',
      { cause },
    );
  }
};

const major = (version: string): string => version.trim().split('.')[0] ?? '';

/** Refuses data of another major version, which this server could not read, and data that is not ours to read. */
const check = async ({ data, home, password, account }: Cluster): Promise<void> => {
  const [made] = await Promise.all([readFile(join(data, 'PG_VERSION'), 'utf8'), readFile(password)]).catch(
    (cause: unknown) => {
      throw new EmbeddedDatabaseError(
        `${home} is not an embedded database that we can read: ${messageOf(cause)}`,
        'Run as the user who made it, or set GONGKAI_DATA to another folder.',
        { cause },
      );
    },
  );
  if (major(made) !== major(account.version))
    throw new EmbeddedDatabaseError(
      `the data in ${home} is of PostgreSQL ${major(made)}, this program brings ${major(account.version)}`,
      'Set GONGKAI_DATA to another folder and ingest again, or use the program that made it.',
    );
};

/**
 * The cluster of a folder, made where there is none. To be called under the lock.
 * @throws EmbeddedDatabaseError where it cannot be made or used
 */
export async function findCluster(folder: string): Promise<{ cluster: Cluster; created: boolean }> {
  const paths = clusterPaths(join(folder, 'postgres'));
  const binaries = findBinaries();
  const account = await findAccount(folder, paths.data, binaries.postgres);
  const cluster: Cluster = { ...paths, account, binaries };
  const created = (await stat(paths.home).catch(() => null)) === null;
  if (created) await createCluster(cluster);
  await check(cluster);
  return { cluster, created };
}
