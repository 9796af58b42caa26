import { readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../../errors.js';
import { Refusal } from '../Refusal.js';
import type { Acquirable } from './Acquirable.js';
import { files } from './files.js';
import { fileSource } from './fileSource.js';

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
async function* walkFolder(folder: string, above: ReadonlySet<string>): AsyncGenerator<Acquirable> {
  const real = await realpath(folder);
  if (above.has(real)) return;
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  for (const name of names) yield* walk(join(folder, name), new Set([...above, real]));
}

/** A file, or the files of a folder. */
export async function* walk(path: string, above: ReadonlySet<string> = new Set()): AsyncGenerator<Acquirable> {
  try {
    const stats = await files.stat(path);
    if (stats.isDirectory()) yield* walkFolder(path, above);
    else yield { file: path, weight: stats.size, acquire: () => fileSource(path) };
  } catch (error) {
    yield unavailable(path, `it can't be read: ${messageOf(error)}`);
  }
}
