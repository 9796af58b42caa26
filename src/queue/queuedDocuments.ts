import { resolve } from 'node:path';
import { isAddress } from '../ingest/acquire/isAddress.js';
import { locate } from '../ingest/acquire/locations.js';
import { archiveOf } from '../ingest/acquire/memberOf.js';
import type { Manifest } from '../ingest/manifest/Manifest.js';
import type { QueuedDocument } from './QueuedDocument.js';

/**
 * A path in full, since other machines have other current folders. An address stays as it was given, and so does what
 * stands within an archive: its spelling is the archive's.
 */
async function fullName(file: string): Promise<string> {
  if (isAddress(file)) return file;
  const archive = await archiveOf(file);
  return archive === null ? resolve(file) : `${resolve(archive)}${file.slice(archive.length)}`;
}

/** The documents of files, folders, patterns and addresses, with what a manifest says of them. Nothing is read. */
export async function* queuedDocuments(
  locations: readonly string[],
  { manifest, skip }: { readonly manifest: Manifest | null; readonly skip: readonly string[] },
): AsyncGenerator<QueuedDocument> {
  const skipped = new Set(skip.map((file) => resolve(file)));
  for await (const { file: given, weight } of locate(locations)) {
    if (skipped.has(resolve(given))) continue;
    const file = await fullName(given);
    const entries = manifest?.entriesOf(file) ?? {};
    yield Object.keys(entries).length === 0 ? { file, weight } : { file, weight, entries };
  }
}
