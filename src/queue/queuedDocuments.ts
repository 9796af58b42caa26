import { resolve } from 'node:path';
import { isAddress, locate } from '../ingest/acquire/locations.js';
import type { Manifest } from '../ingest/manifest/Manifest.js';
import type { ManifestEntry } from '../ingest/manifestEntry.js';
import type { QueuedDocument } from './QueuedDocument.js';

/** Between an archive and a document in it. */
const MEMBER = '!/';

/** A path in full, since other machines have other current folders; an address as it was given. */
const fullName = (file: string): string => (isAddress(file) ? file : resolve(file));

/** Members that a manifest names, by their archives. */
function membersOf(manifest: Manifest): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const location of manifest.locations.map(fullName)) {
    const at = location.indexOf(MEMBER);
    if (at < 0) continue;
    const archive = location.slice(0, at);
    members.set(archive, [...(members.get(archive) ?? []), location]);
  }
  return members;
}

/** What a manifest says of a document and of what is in it. */
function entriesOf(file: string, manifest: Manifest, members: readonly string[]): Record<string, ManifestEntry> {
  const said = [file, ...members].map((name) => [name, manifest.entryOf(name)] as const);
  return Object.fromEntries(said.filter((pair): pair is [string, ManifestEntry] => pair[1] !== null));
}

/** The documents of files, folders, patterns and addresses, with what a manifest says of them. Nothing is read. */
export async function* queuedDocuments(
  locations: readonly string[],
  { manifest, skip }: { readonly manifest: Manifest | null; readonly skip: readonly string[] },
): AsyncGenerator<QueuedDocument> {
  const skipped = new Set(skip.map(fullName));
  const members = manifest === null ? null : membersOf(manifest);
  const found = locate(locations, () => {
    throw new Error('nothing is fetched to queue it');
  });
  for await (const { file, weight } of found) {
    const name = fullName(file);
    if (skipped.has(name)) continue;
    const entries = manifest === null ? {} : entriesOf(name, manifest, members?.get(name) ?? []);
    yield Object.keys(entries).length === 0 ? { file: name, weight } : { file: name, weight, entries };
  }
}
