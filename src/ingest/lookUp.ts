import { isDeepStrictEqual } from 'node:util';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Acquired } from './acquire/openArchives.js';
import type { Settled, Waiting } from './Item.js';
import { READER_VERSION } from './readerVersion.js';
import { refusedBy } from './reading/refusedBy.js';
import { type Known, knownDocuments } from './store/outcomes.js';

/** Documents asked for in one statement, and for how long they are gathered (ms). */
const BATCH = 500;
const GATHER = 100;

export interface LookUpOptions {
  /** Known documents are read again if an older reader has read them. */
  readonly reread: boolean;
}

/**
 * Makes a function that looks up documents by their bytes: one that is stored is not read again, unless the manifest says
 * something else of it now, or a newer reader is asked to.
 */
export function createLookUp(db: DataSource, { reread }: LookUpOptions) {
  const known = new DataLoader<string, Known | null>((sha256s) => knownDocuments(db, sha256s), {
    cache: false,
    maxBatchSize: BATCH,
    batchScheduleFn: (send) => void setTimeout(send, GATHER),
  });
  return async (document: Acquired): Promise<Settled | Waiting> => {
    const { file, entryOf } = document;
    const listed = entryOf?.(file) ?? null;
    if ('refusal' in document) return { file, refused: refusedBy(document.refusal), manifest: listed };
    const { source } = document;
    const found = await known.load(source.sha256);
    if (found === null) return { file, source, manifest: listed, again: false };
    const outdated = reread && found.readerVersion < READER_VERSION;
    const corrected = listed !== null && !isDeepStrictEqual(listed, found.manifest);
    if (!outdated && !corrected) return { file, known: found.described };
    return { file, source: { ...source, ...found.origin }, manifest: listed ?? found.manifest, again: true };
  };
}
