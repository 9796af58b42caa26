import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { Acquirable } from '../ingest/acquire/Acquirable.js';
import { Fetcher } from '../ingest/acquire/Fetcher.js';
import { sourceAt } from '../ingest/acquire/locations.js';
import { ingestDocuments } from '../ingest/ingestDocuments.js';
import { identityOf } from '../ingest/manifest/identityOf.js';
import type { Outcome } from '../ingest/Outcome.js';
import { Desk } from './Desk.js';
import type { IngestQueue, Taken } from './IngestQueue.js';
import type { QueuedDocument } from './QueuedDocument.js';

/** How often it is looked whether there is something to do (ms). */
const POLL_MS = 1_000;

export interface WorkOptions {
  readonly dataSource: DataSource;
  /** Threads that read. */
  readonly jobs: number;
  /** Fetches from private addresses too. */
  readonly allowPrivate: boolean;
  /** Ends when nothing waits and no other worker is at anything; otherwise it waits for more. */
  readonly untilEmpty: boolean;
  /** Stops between two batches. */
  readonly signal: AbortSignal;
}

async function* acquirables(
  documents: AsyncIterable<QueuedDocument>,
  fetcher: () => Fetcher,
): AsyncGenerator<Acquirable> {
  for await (const { file, weight, entries = {} } of documents)
    yield {
      file,
      weight,
      // Another job may say something else of the same document.
      entryOf: (name) => entries[identityOf(name)] ?? null,
      acquire: () => sourceAt(file, fetcher),
    };
}

/** Works off jobs until none waits. */
async function* burst(queue: IngestQueue, first: Taken, options: WorkOptions): AsyncGenerator<Outcome> {
  const { dataSource, jobs, allowPrivate, signal } = options;
  const desk = new Desk(queue, jobs, signal);
  let fetcher: Fetcher | undefined;
  let failure: Error | null = null;
  try {
    const documents = acquirables(desk.documents(first), () => (fetcher ??= new Fetcher({ allowPrivate, signal })));
    const settings = { dataSource, sample: false, reread: false, jobs, signal };
    for await (const outcome of ingestDocuments(documents, settings)) {
      await desk.note(outcome);
      yield outcome;
    }
    if (!signal.aborted) await desk.finish();
  } catch (error) {
    // Who was told to stop has not failed.
    if (!signal.aborted) failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    await desk.close(failure);
    await fetcher?.close();
  }
}

/**
 * Takes in what waits in the queue, beside any number of other workers, and yields what becomes of each document. A job
 * whose worker dies comes back when its lease has run out; what that had stored already is found unchanged then. One whose
 * worker fails comes back at once; either counts among the attempts at it.
 */
export async function* workOff(queue: IngestQueue, options: WorkOptions): AsyncGenerator<Outcome> {
  const { signal, untilEmpty } = options;
  while (!signal.aborted) {
    const first = await queue.take();
    if (first !== null) {
      yield* burst(queue, first, options);
      continue;
    }
    const { waiting, active } = await queue.counts();
    if (untilEmpty && waiting + active === 0) return;
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}
