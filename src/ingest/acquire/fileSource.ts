import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { codeOf, messageOf } from '../../errors.js';
import { Refusal } from '../Refusal.js';
import type { Source } from '../types.js';
import { checkSize } from './sizes.js';
import { sourceOf } from './sourceOf.js';

/** A file that can't be read is refused like a damaged one: it must not stop the others. */
const refused = (error: unknown): unknown =>
  codeOf(error) === null || error instanceof Refusal
    ? error
    : new Refusal('UNREADABLE', `the file can't be read: ${messageOf(error)}`, { cause: error });

/** Reads a file. @throws Refusal UNREADABLE, LIMIT_EXCEEDED */
export async function fileSource(path: string): Promise<Source> {
  try {
    const file = await open(path);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) throw new Refusal('UNREADABLE', 'it is no file');
      const head = new Uint8Array(4);
      await file.read(head, 0, head.length, 0);
      checkSize(stats.size, head);
      const bytes = new Uint8Array(stats.size);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return sourceOf(bytesRead < bytes.length ? bytes.slice(0, bytesRead) : bytes, {
        fileName: basename(path),
        url: null,
        declaredType: null,
        // A file was retrieved when it was written: so the order in which files are taken in decides nothing.
        retrievedAt: stats.mtime,
      });
    } finally {
      await file.close();
    }
  } catch (error) {
    throw refused(error);
  }
}
