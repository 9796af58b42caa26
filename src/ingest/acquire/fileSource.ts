import { basename } from 'node:path';
import { codeOf, messageOf } from '../../errors.js';
import { LIMITS } from '../read/limits.js';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';
import { files } from './files.js';
import { checkSize } from './sizes.js';
import { sourceOf } from './sourceOf.js';

/** A file that can't be read is refused like a damaged one: it must not stop the others. */
const refused = (error: unknown): unknown =>
  codeOf(error) === null || error instanceof Refusal
    ? error
    : new Refusal('UNREADABLE', `the file can't be read: ${messageOf(error)}`, { cause: error });

/** Disks that were damaged or made by other systems tell of times that no database keeps. */
function checkTime(mtime: Date): void {
  const year = mtime.getUTCFullYear();
  if (!(year >= 1 && year <= 9999))
    throw new Refusal('UNREADABLE', 'the time of its last change is none between the years 1 and 9999');
}

/**
 * Reads a file.
 * @param at where the system knows it by other bytes
 * @throws Refusal UNREADABLE, LIMIT_EXCEEDED
 */
export async function fileSource(path: string, at: string | Buffer = path): Promise<Source> {
  try {
    const file = await files.open(at);
    try {
      const stats = await files.fstat(file);
      const { size, mtime } = stats;
      if (!stats.isFile()) throw new Refusal('UNREADABLE', 'it is no file');
      checkTime(mtime);
      // How it begins matters only where it is larger than a document may be.
      if (size > LIMITS.documentBytes) checkSize(size, await files.head(file, 4));
      // A file was retrieved when it was written: so the order in which files are taken in decides nothing.
      const origin = { fileName: basename(path), url: null, declaredType: null, retrievedAt: mtime };
      return sourceOf(await files.head(file, size), origin);
    } finally {
      await files.close(file);
    }
  } catch (error) {
    throw refused(error);
  }
}
