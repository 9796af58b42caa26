import { access, constants, stat } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { archiveOf } from '../ingest/acquire/memberOf.js';
import { allOnDisk } from '../ingest/acquire/onDisk.js';

const isReadable = async (path: string, fileOnly: boolean): Promise<boolean> => {
  try {
    const files = await allOnDisk((await archiveOf(path)) ?? path);
    await Promise.all(files.map(({ at }) => access(at, constants.R_OK)));
    return !fileOnly || (await Promise.all(files.map(({ at }) => stat(at)))).every((stats) => stats.isFile());
  } catch {
    return false;
  }
};

/**
 * Looks before anything is opened or done whether the paths can be read.
 * @throws UsageError naming all that cannot
 */
export async function requirePaths(paths: readonly string[], { fileOnly }: { fileOnly: boolean }): Promise<void> {
  const readable = await Promise.all(paths.map((path) => isReadable(path, fileOnly)));
  const missing = paths.filter((_, index) => readable[index] === false);
  if (missing.length > 0)
    throw new UsageError(
      `cannot read ${missing.map((path) => JSON.stringify(path)).join(', ')}`,
      fileOnly ? 'Name a file that exists.' : 'Name files, folders or archives that exist, or addresses (http, https).',
    );
}
