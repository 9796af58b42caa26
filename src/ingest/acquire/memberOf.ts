import type { Acquirable } from './Acquirable.js';
import { ArchiveMembers } from './ArchiveMembers.js';
import { archivesIn } from './archivesIn.js';
import { exists } from './exists.js';
import type { Fetcher } from './Fetcher.js';
import { files } from './files.js';
import { fileSource } from './fileSource.js';
import { isAddress } from './isAddress.js';
import { type Look, onDisk } from './onDisk.js';

/** What a page counts before it is there: some ten times a usual one. */
export const ADDRESS_WEIGHT = 512 * 1024;

/** An address may have the mark for reasons of its own: https://a.gov.cn/#!/b.html. */
const ADDRESS_OF_ARCHIVE = /^[^?#]+\.zip$/i;

const isThere = async (path: string, look?: Look): Promise<boolean> => exists((await onDisk(path, look)).at);

/** The archive that a path or address such as a.zip!/b.html is in: the front of it that is there; null where none is. */
export async function archiveOf(path: string, look?: Look): Promise<string | null> {
  const archives = archivesIn(path);
  if (isAddress(path)) return archives.find((archive) => ADDRESS_OF_ARCHIVE.test(archive)) ?? null;
  if (archives.length === 0 || (await isThere(path, look))) return null;
  for (const archive of archives) if (await isThere(archive, look)) return archive;
  return null;
}

/** Documents of one archive by paths such as a.zip!/b.html; it is read once for all of them. */
export async function membersOf(
  archive: string,
  paths: readonly string[],
  fetcher: () => Fetcher,
): Promise<Acquirable[]> {
  const onWeb = isAddress(archive);
  const { at } = onWeb ? { at: archive } : await onDisk(archive);
  const weight = onWeb ? ADDRESS_WEIGHT : (await files.stat(at)).size;
  const open = async () => (onWeb ? fetcher().fetch(archive) : fileSource(archive, at));
  const members = new ArchiveMembers(archive, paths, { open });
  return paths.map((path) => ({ file: path, weight, acquire: () => members.acquire(path) }));
}

/** The one document of an archive that a path such as a.zip!/b.html names; null for any other path. */
export async function memberOf(path: string, fetcher: () => Fetcher): Promise<Acquirable | null> {
  const archive = await archiveOf(path);
  const [member = null] = archive === null ? [] : await membersOf(archive, [path], fetcher);
  return member;
}
