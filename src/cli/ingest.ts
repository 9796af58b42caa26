import type { Config } from '../config.js';
import { UsageError } from '../errors.js';
import { countDocuments, isAddress, pathsOf, readList } from '../ingest/acquire/locations.js';
import { type IngestOptions, ingestPaths, type Outcome, rereadKept, type Summary } from '../ingest/ingest.js';
import { readManifest } from '../ingest/manifest/readManifest.js';
import { log } from '../log.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { outcomeText } from './outcomeText.js';
import { Progress } from './Progress.js';
import { requirePaths } from './requirePaths.js';
import { withDatabase } from './withDatabase.js';

export interface IngestArguments {
  /** One JSON object a document in place of a readable line. */
  readonly json: boolean;
  /** A file that says what documents are. */
  readonly manifest?: string;
  /** A file that lists paths and addresses. */
  readonly list?: string;
  /** Read again what an older reader has read; without a path all that is kept. */
  readonly reread: boolean;
  /** Threads that read. */
  readonly jobs?: number;
  /** Fetch from private addresses too. */
  readonly allowPrivate: boolean;
}

const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** A pattern in quotes reaches us as it is; the shell has resolved the others. */
async function requireLocations(locations: readonly string[]): Promise<void> {
  const paths = locations.filter((location) => !isAddress(location));
  const found = await Promise.all(paths.map(pathsOf));
  await requirePaths(
    paths.flatMap((path, index) => (found[index]?.length === 0 ? [path] : (found[index] ?? []))),
    { fileOnly: false },
  );
}

/** What is to be taken in, and what somebody says of it. */
async function wanted(paths: readonly string[], { manifest: manifestFile, list, reread }: IngestArguments) {
  await requireLocations(paths);
  const named = [manifestFile, list].filter((file) => file !== undefined);
  await requirePaths(named, { fileOnly: true });
  const manifest = manifestFile === undefined ? null : await readManifest(manifestFile);
  const listed = list === undefined ? [] : await readList(list);
  const given = [...paths, ...listed];
  // A manifest alone names its documents.
  const locations = given.length === 0 && list === undefined && manifest !== null ? manifest.locations : given;
  if (locations.length === 0 && !reread) throw new UsageError('there is nothing to take in', 'Name files or folders.');
  return { manifest, locations, skip: named };
}

type Wanted = Awaited<ReturnType<typeof wanted>>;

const takeIn = ({ locations, skip }: Wanted, options: IngestOptions): Promise<Summary> =>
  locations.length === 0 ? rereadKept(options) : ingestPaths(locations, { ...options, skip });

/** Takes in documents and says on stdout what became of each. */
export async function ingest(
  config: Config,
  interruption: Interruption,
  paths: readonly string[],
  options: IngestArguments,
): Promise<number> {
  const { json, reread, jobs, allowPrivate } = options;
  const all = await wanted(paths, options);
  const { signal } = interruption;
  const progress = new Progress();
  const onOutcome = (outcome: Outcome): void =>
    progress.step(() => write(json ? JSON.stringify(outcome) : outcomeText(outcome)));
  try {
    void countDocuments(all.locations, signal).then((total) => (progress.total = total));
    const summary = await withDatabase(config, ({ dataSource, lost }) => {
      const { manifest } = all;
      const chosen = { dataSource, onOutcome, signal, manifest, reread, allowPrivate };
      return Promise.race([takeIn(all, jobs === undefined ? chosen : { ...chosen, jobs }), lost]);
    });
    const unused = all.manifest?.unused ?? [];
    if (unused.length > 0 && !signal.aborted)
      log.warn('manifest.unused', { file: all.manifest?.file, entries: unused.length, lines: unused.slice(0, 10) });
    progress.end();
    const { stored, unchanged, revised, rejected } = summary;
    if (!json) write(`${stored} stored, ${unchanged} unchanged, ${revised} revised, ${rejected} rejected`);
    return interruption.exitCode ?? (rejected > 0 ? EXIT.rejected : EXIT.done);
  } finally {
    progress.end();
  }
}
