import { UsageError } from '../errors.js';
import { isAddress } from '../ingest/acquire/isAddress.js';
import { pathsOf, readList } from '../ingest/acquire/locations.js';
import type { Manifest } from '../ingest/manifest/Manifest.js';
import { readManifest } from '../ingest/manifest/readManifest.js';
import { requirePaths } from './requirePaths.js';

/** What is to be taken in, and what somebody says of it. */
export interface Wanted {
  readonly manifest: Manifest | null;
  /** Paths, patterns and addresses. */
  readonly locations: readonly string[];
  /** Files that are no documents even where they lie among them. */
  readonly skip: readonly string[];
}

/** Files that name documents or say something of them. */
export interface Naming {
  /** A file that says what documents are. */
  readonly manifest?: string;
  /** A file that lists paths and addresses. */
  readonly list?: string;
  /** Where none is named, all that is kept is meant. */
  readonly reread?: boolean;
}

/** A pattern in quotes reaches us as it is; the shell has resolved the others. */
async function requireLocations(locations: readonly string[]): Promise<void> {
  const paths = locations.filter((location) => !isAddress(location));
  const found = await Promise.all(paths.map(pathsOf));
  await requirePaths(
    paths.flatMap((path, index) => (found[index]?.length === 0 ? [path] : (found[index] ?? []))),
    { fileOnly: false },
  );
}

/**
 * Finds out what is to be taken in, before anything is done.
 * @throws UsageError, TableError
 */
export async function wanted(
  paths: readonly string[],
  { manifest: manifestFile, list, reread = false }: Naming,
): Promise<Wanted> {
  await requireLocations(paths);
  const named = [manifestFile, list].filter((file) => file !== undefined);
  await requirePaths(named, { fileOnly: true });
  const manifest = manifestFile === undefined ? null : await readManifest(manifestFile);
  const listed = list === undefined ? [] : await readList(list);
  const given = [...paths, ...listed];
  // A manifest alone names its documents.
  const locations = given.length === 0 && list === undefined && manifest !== null ? manifest.locations : given;
  if (locations.length === 0 && !reread)
    throw new UsageError('there is nothing to take in', 'Name files, folders, archives or addresses (see --help).');
  return { manifest, locations, skip: named };
}
