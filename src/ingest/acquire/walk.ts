import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { messageOf } from '../../errors.js';
import { Refusal } from '../Refusal.js';
import type { Acquirable } from './Acquirable.js';
import { files } from './files.js';
import { fileSource } from './fileSource.js';
import { entriesOf, type OnDisk } from './onDisk.js';

/** A document that can't be had, and why. */
export const unavailable = (file: string, message: string): Acquirable => ({
  file,
  weight: 0,
  acquire: () => Promise.reject(new Refusal('UNREADABLE', message)),
});

/**
 * The files of a folder in order of name and all the way down; hidden ones are passed over, and so is a folder within
 * itself (by a link). What can't be looked into comes as something that can't be had.
 * @param above real paths of the folders that this one is in
 */
async function* walkFolder(folder: OnDisk, above: ReadonlySet<string>): AsyncGenerator<Acquirable> {
  // As Latin-1 no byte of it is lost.
  const real = await realpath(folder.at, 'latin1');
  if (above.has(real)) return;
  const shown = (await entriesOf(folder)).filter(({ path }) => !basename(path).startsWith('.'));
  for (const entry of shown) yield* walk(entry, new Set([...above, real]));
}

/** A file, or the files of a folder. */
export async function* walk({ path, at }: OnDisk, above: ReadonlySet<string> = new Set()): AsyncGenerator<Acquirable> {
  try {
    const stats = await files.stat(at);
    if (stats.isDirectory()) yield* walkFolder({ path, at }, above);
    else yield { file: path, weight: stats.size, acquire: () => fileSource(path, at) };
  } catch (error) {
    yield unavailable(path, `it can't be read: ${messageOf(error)}`);
  }
}
