import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Acquirable } from './acquire/Acquirable.js';
import { Fetcher, type FetchTiming } from './acquire/Fetcher.js';
import { keptDocuments } from './acquire/keptDocuments.js';
import { locate } from './acquire/locations.js';
import type { EntryOf } from './manifest/EntryOf.js';
import type { Manifest } from './manifest/Manifest.js';
import type { Outcome } from './Outcome.js';
import { ingestDocuments } from './ingestDocuments.js';
import { knowAgencies } from './store/knowAgencies.js';
import { noSummary, type Summary } from './Summary.js';

export type { Outcome } from './Outcome.js';
export type { Summary } from './Summary.js';

export interface IngestOptions {
  readonly dataSource: DataSource;
  /** The reports come with the program. */
  readonly sample?: boolean;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
  /** Told once for each document, in the order in which they were found. */
  readonly onOutcome: (outcome: Outcome) => void;
  /** What somebody says of the documents. */
  readonly manifest?: Manifest | null;
  /** Known documents are read again where an older reader has read them. */
  readonly reread?: boolean;
  /** Threads that read; by default one for each core. */
  readonly jobs?: number;
  /** Fetches from private addresses too. */
  readonly allowPrivate?: boolean;
  readonly timing?: Partial<FetchTiming>;
  /** Files that are no documents even where they lie among them, such as the manifest. */
  readonly skip?: readonly string[];
}

async function* said(manifest: Manifest, documents: AsyncIterable<Acquirable>): AsyncGenerator<Acquirable> {
  const entryOf: EntryOf = (file) => manifest.entryOf(file);
  for await (const document of documents) yield { ...document, entryOf };
}

const run = async (documents: AsyncIterable<Acquirable>, options: IngestOptions): Promise<Summary> => {
  const summary = noSummary();
  const { manifest = null, sample = false, reread = false, jobs = availableParallelism() } = options;
  const { dataSource, signal } = options;
  const all = manifest === null ? documents : said(manifest, documents);
  for await (const outcome of ingestDocuments(all, { dataSource, sample, reread, jobs, signal })) {
    summary[outcome.status] += 1;
    options.onOutcome(outcome);
  }
  // Documents that a manifest names and that are nowhere can't be had. Those elsewhere may have another name for their agency.
  if (manifest !== null && signal?.aborted !== true) await knowAgencies(dataSource, await manifest.absent());
  return summary;
};

async function* without(files: readonly string[], documents: AsyncIterable<Acquirable>): AsyncGenerator<Acquirable> {
  const skipped = new Set(files.map((file) => resolve(file)));
  for await (const document of documents) if (!skipped.has(resolve(document.file))) yield document;
}

/** Takes in the documents of files, folders, patterns and addresses; one that is refused never stops the others. */
export async function ingestPaths(locations: readonly string[], options: IngestOptions): Promise<Summary> {
  const { signal, allowPrivate = false, timing = {}, skip = [] } = options;
  let fetcher: Fetcher | undefined;
  const fetching = { allowPrivate, timing, ...(signal === undefined ? {} : { signal }) };
  try {
    return await run(
      without(
        skip,
        locate(locations, () => (fetcher ??= new Fetcher(fetching))),
      ),
      options,
    );
  } finally {
    await fetcher?.close();
  }
}

/** Reads again all documents whose bytes are kept and that an older reader has read. */
export const rereadKept = (options: IngestOptions): Promise<Summary> =>
  run(keptDocuments(options.dataSource), { ...options, reread: true });
