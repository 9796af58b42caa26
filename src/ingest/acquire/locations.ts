import { isAbsolute } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Acquirable } from './Acquirable.js';
import { exists } from './exists.js';
import { readText } from './readText.js';
import { fileSource } from './fileSource.js';
import { isAddress } from './isAddress.js';
import type { Source } from '../types.js';
import type { Fetcher } from './Fetcher.js';
import { allOnDisk, type Look, lookOnce, onDisk } from './onDisk.js';
import { ADDRESS_WEIGHT, archiveOf, memberOf, membersOf } from './memberOf.js';
import { unavailable, walk } from './walk.js';

/** The paths that a pattern stands for, in order; hidden ones left out. A path that is there is never a pattern. */
export async function pathsOf(location: string): Promise<string[]> {
  if (!isDynamicPattern(location) || (await exists(location))) return [location];
  const paths = await glob(location, {
    absolute: isAbsolute(location),
    onlyFiles: false,
    expandDirectories: false,
    dot: false,
  });
  // Names that are no UTF-8 come alike where they are not.
  return [...new Set(paths.map((path) => path.replace(/\/$/, '')))].sort();
}

/**
 * The one document that an address, a path, or a path such as a.zip!/b.html names.
 * @throws Refusal where it can't be had or is too large
 */
export async function sourceAt(location: string, fetcher: () => Fetcher): Promise<Source> {
  const member = await memberOf(location, fetcher);
  if (member !== null) return member.acquire();
  if (isAddress(location)) return fetcher().fetch(location);
  return fileSource(location, (await onDisk(location)).at);
}

/** Members of one archive that are named one after another. */
interface Members {
  readonly archive: string;
  readonly paths: readonly string[];
}

/** So many are taken out of an archive at one reading. */
const MOST_MEMBERS = 1000;

/** Locations in their order, those that follow each other in one archive together. */
async function* gather(locations: Iterable<string>, look: Look): AsyncGenerator<string | Members> {
  let open: { readonly archive: string; readonly paths: string[] } | null = null;
  for (const location of locations) {
    const archive = await archiveOf(location, look);
    if (open !== null && open.archive === archive && open.paths.length < MOST_MEMBERS) {
      open.paths.push(location);
      continue;
    }
    if (open !== null) yield open;
    open = archive === null ? null : { archive, paths: [location] };
    if (archive === null) yield location;
  }
  if (open !== null) yield open;
}

const nothingFetched = (): never => {
  throw new Error('nothing is to be fetched here');
};

/**
 * The documents of files, folders, patterns and addresses, in their order.
 * @param fetcher left out where none of an address is acquired
 */
export async function* locate(
  locations: Iterable<string>,
  fetcher: () => Fetcher = nothingFetched,
): AsyncGenerator<Acquirable> {
  const look = lookOnce();
  for await (const location of gather(locations, look))
    if (typeof location !== 'string') {
      yield* await membersOf(location.archive, location.paths, fetcher);
    } else if (isAddress(location)) {
      yield { file: location, weight: ADDRESS_WEIGHT, acquire: () => sourceAt(location, fetcher) };
    } else {
      const paths = await pathsOf(location);
      if (paths.length === 0) yield unavailable(location, 'the pattern fits no file');
      for (const path of paths) for (const place of await allOnDisk(path, look)) yield* walk(place);
    }
}

/** The locations of a list: a path (from the current folder on) or address a line; empty lines and those of # are left out. */
export async function readList(path: string): Promise<string[]> {
  const lines = (await readText(path)).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/** How many documents there are as far as one can see without opening any. */
export async function countDocuments(locations: readonly string[], signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const _ of locate(locations)) {
    count += 1;
    if (signal.aborted) break;
  }
  return count;
}
