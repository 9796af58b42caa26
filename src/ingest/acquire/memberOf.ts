import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';
import type { Acquirable } from './Acquirable.js';
import { exists } from './exists.js';
import { fileSource } from './fileSource.js';
import { sourceOf } from './sourceOf.js';

const MARK = '!/';

/** The archive that a path such as a.zip!/b.html is in: the front of it that is there; null where none is. */
export async function archiveOf(path: string): Promise<string | null> {
  if (!path.includes(MARK) || (await exists(path))) return null;
  for (let at = path.indexOf(MARK); at > 0; at = path.indexOf(MARK, at + 1)) {
    const archive = path.slice(0, at);
    if (await exists(archive)) return archive;
  }
  return null;
}

async function take(archive: string, path: string): Promise<Source> {
  const { bytes, retrievedAt } = await fileSource(archive);
  const { unpack } = await import('../read/archive.js');
  for await (const member of unpack(bytes, archive, { only: path })) {
    if ('refusal' in member) throw member.refusal;
    if (member.path === path)
      return sourceOf(member.bytes, { fileName: basename(path), url: null, declaredType: null, retrievedAt });
  }
  throw new Refusal('UNREADABLE', `${archive} holds no such document`);
}

/** The one document of an archive that a path such as a.zip!/b.html names; null for any other path. */
export async function memberOf(path: string): Promise<Acquirable | null> {
  const archive = await archiveOf(path);
  if (archive === null) return null;
  const { size } = await stat(archive);
  return { file: path, weight: size, acquire: () => take(archive, path) };
}
