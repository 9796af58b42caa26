import { dirname, join } from 'node:path';
import { archivesIn } from '../acquire/archivesIn.js';
import { exists } from '../acquire/exists.js';
import { isAddress } from '../acquire/isAddress.js';
import { archiveOf } from '../acquire/memberOf.js';
import { type Look, lookOnce, onDisk } from '../acquire/onDisk.js';
import type { ManifestEntry } from './ManifestEntry.js';
import { TableError, type TableFault } from '../tables/TableError.js';
import { checkRecord } from './checkRecord.js';
import { identityOf } from './identityOf.js';
import type { ManifestRecord } from './ManifestField.js';

interface Listed {
  readonly line: number;
  /** Path (from the current folder on) or address. */
  readonly location: string;
  readonly entry: ManifestEntry;
}

/** Identities of documents in archives, by those of all archives that they may be in: none is opened to find out. */
function membersOf(identities: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const identity of identities)
    for (const archive of archivesIn(identity)) {
      const known = members.get(archive);
      if (known === undefined) members.set(archive, [identity]);
      else known.push(identity);
    }
  return members;
}

/** Whether neither a file is there nor an archive that it may be in. */
async function isAbsent(location: string, look: Look): Promise<boolean> {
  if ((await archiveOf(location, look)) !== null) return false;
  return !(await exists((await onDisk(location, look)).at));
}

/** What a manifest says of documents; paths in it are relative to it, archives' members are `a.zip!/b.html`. */
export class Manifest {
  readonly #listed = new Map<string, Listed>();
  readonly #found = new Set<string>();
  /** Made when it is first asked for. */
  #members: ReadonlyMap<string, readonly string[]> | null = null;

  /** @throws TableError naming all that is wrong */
  constructor(
    readonly file: string,
    records: readonly ManifestRecord[],
  ) {
    const faults: TableFault[] = [];
    const fault = (found: Omit<TableFault, 'file'>): void => void faults.push({ file, ...found });
    for (const record of records) {
      const { line, fields } = record;
      const { path, url } = fields;
      if (path && url) fault({ line, field: 'url', found: 'both path and url', expected: 'one of them' });
      else if (url && !isAddress(url.text))
        fault({
          line: url.line,
          field: 'url',
          found: JSON.stringify(url.text),
          expected: 'an address of http or https',
        });
      const location = url?.text ?? (path && join(dirname(file), path.text));
      if (location === undefined) {
        fault({ line, field: 'path', found: 'nothing', expected: 'a path or url' });
        continue;
      }
      const identity = identityOf(location);
      const before = this.#listed.get(identity);
      if (before)
        fault({
          line,
          field: path ? 'path' : 'url',
          found: `that of line ${before.line} again`,
          expected: 'another document',
        });
      this.#listed.set(identity, { line, location, entry: checkRecord(record, fault) });
    }
    if (faults.length > 0) throw new TableError(faults);
  }

  /** The documents, as paths from the current folder on and addresses, in their order. */
  get locations(): string[] {
    return [...this.#listed.values()].map(({ location }) => location);
  }

  /** What it says of a document, by path or by address; null where nothing. */
  entryOf(file: string): ManifestEntry | null {
    const identity = identityOf(file);
    const listed = this.#listed.get(identity);
    if (listed) this.#found.add(identity);
    return listed?.entry ?? null;
  }

  /** What it says of a document, and of those in it where it is an archive, by their identities. */
  entriesOf(file: string): Record<string, ManifestEntry> {
    this.#members ??= membersOf(this.#listed.keys());
    const identity = identityOf(file);
    const said = [identity, ...(this.#members.get(identity) ?? [])].map((name) => [name, this.entryOf(name)] as const);
    return Object.fromEntries(said.filter((pair): pair is [string, ManifestEntry] => pair[1] !== null));
  }

  /** What it says of files that did not come up, and are not there. */
  async absent(): Promise<ManifestEntry[]> {
    const left = [...this.#listed].filter(([identity]) => !this.#found.has(identity)).map(([, listed]) => listed);
    const absent: ManifestEntry[] = [];
    const look = lookOnce();
    for (const { location, entry } of left)
      if (!isAddress(location) && (await isAbsent(location, look))) absent.push(entry);
    return absent;
  }

  /** Lines whose document has not come up. */
  get unused(): number[] {
    return [...this.#listed].filter(([identity]) => !this.#found.has(identity)).map(([, { line }]) => line);
  }
}
