import type { Acquirable } from './Acquirable.js';
import { ArchiveMembers } from './ArchiveMembers.js';
import { archivesIn } from './archivesIn.js';
import { exists } from './exists.js';
import { files } from './files.js';
import { onDisk } from './onDisk.js';

const isThere = async (path: string): Promise<boolean> => exists((await onDisk(path)).at);

/** The archive that a path such as a.zip!/b.html is in: the front of it that is there; null where none is. */
export async function archiveOf(path: string): Promise<string | null> {
  const archives = archivesIn(path);
  if (archives.length === 0 || (await isThere(path))) return null;
  for (const archive of archives) if (await isThere(archive)) return archive;
  return null;
}

/** Documents of one archive by paths such as a.zip!/b.html; it is read once for all of them. */
export async function membersOf(archive: string, paths: readonly string[]): Promise<Acquirable[]> {
  const { size } = await files.stat((await onDisk(archive)).at);
  const members = new ArchiveMembers(archive, paths);
  return paths.map((path) => ({ file: path, weight: size, acquire: () => members.acquire(path) }));
}

/** The one document of an archive that a path such as a.zip!/b.html names; null for any other path. */
export async function memberOf(path: string): Promise<Acquirable | null> {
  const archive = await archiveOf(path);
  const [member = null] = archive === null ? [] : await membersOf(archive, [path]);
  return member;
}
