import { isUtf8 } from 'node:buffer';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { exists } from './exists.js';

/** A file or folder: as people are told of it, and as the system knows it. */
export interface OnDisk {
  readonly path: string;
  /** Bytes where they are no UTF-8. */
  readonly at: string | Buffer;
}

/** What Node puts in place of bytes that are no UTF-8; so they come from a command line and out of a pattern. */
const LOST = '\ufffd';

const joined = (folder: string | Buffer, name: Buffer): Buffer => Buffer.concat([Buffer.from(folder), SEP, name]);
const SEP = Buffer.from(sep);

/** Files that Windows in China packed have names in GBK, which other systems keep as they are. */
const readable = (name: Buffer): string => new TextDecoder('gb18030').decode(name).replaceAll(/[\p{Cc}/]/gu, LOST);

/**
 * What is in a folder, by name. No two have the same: a name in GBK that another file has in UTF-8 is told as its bytes.
 * @throws where it can't be read
 */
export async function entriesOf({ path, at }: OnDisk): Promise<OnDisk[]> {
  const names = await readdir(at, { encoding: 'buffer' });
  const entries = new Map<string, OnDisk>();
  for (const name of names.filter((bytes) => isUtf8(bytes))) {
    const text = name.toString();
    entries.set(text, { path: join(path, text), at: typeof at === 'string' ? join(at, text) : joined(at, name) });
  }
  for (const name of names.filter((bytes) => !isUtf8(bytes)).sort((a, b) => Buffer.compare(a, b))) {
    const text = readable(name);
    const own = entries.has(text) ? name.toString('hex').replaceAll(/../g, '%$&') : text;
    entries.set(own, { path: join(path, own), at: joined(at, name) });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** Of what is in a folder that which no path in UTF-8 leads to. */
export type Look = (folder: OnDisk) => Promise<readonly OnDisk[]>;

/** What can't be looked into holds nothing. */
const look: Look = async (folder) => {
  const entries = await entriesOf(folder).catch(() => []);
  return entries.filter(({ at }) => typeof at !== 'string');
};

/** Looks into each folder only once: for many paths, one after the other. */
export function lookOnce(): Look {
  const known = new Map<string, Promise<readonly OnDisk[]>>();
  return (folder) => {
    const entries = known.get(folder.path) ?? look(folder);
    known.set(folder.path, entries);
    return entries;
  };
}

/**
 * Where a path leads, also through names that are no UTF-8: told by what `entriesOf` calls them, or with U+FFFD in place of
 * what is none, which may be several files. A path that is not there is itself.
 */
export async function allOnDisk(path: string, lookInto: Look = look): Promise<OnDisk[]> {
  const itself = [{ path, at: path }];
  if (dirname(path) === path || (await exists(path))) return itself;
  const folders = await allOnDisk(dirname(path), lookInto);
  const entries = (await Promise.all(folders.map(lookInto))).flat();
  const name = basename(path);
  const named = entries.filter((entry) => basename(entry.path) === name);
  const alike = name.includes(LOST) ? entries.filter(({ at }) => lossyName(at) === name) : [];
  return [named, alike, itself].find(({ length }) => length > 0) ?? itself;
}

/** The one file or folder that a path leads to; itself where there are several. */
export async function onDisk(path: string, lookInto: Look = look): Promise<OnDisk> {
  const [only, ...others] = await allOnDisk(path, lookInto);
  return only === undefined || others.length > 0 ? { path, at: path } : only;
}

const lossyName = (at: string | Buffer): string | null => (typeof at === 'string' ? null : basename(at.toString()));
