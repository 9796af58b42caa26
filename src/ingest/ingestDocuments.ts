import type { DataSource } from 'typeorm';
import { log } from '../log.js';
import type { Acquirable } from './acquire/Acquirable.js';
import { type Acquired, openArchives } from './acquire/openArchives.js';
import type { Read, Settled, Waiting } from './Item.js';
import { createLookUp } from './lookUp.js';
import type { Outcome } from './Outcome.js';
import { each, until } from './pipeline/each.js';
import { inBatches } from './pipeline/inBatches.js';
import { orderedMap } from './pipeline/orderedMap.js';
import { peek } from './pipeline/peek.js';
import { createReader } from './reading/createReader.js';
import type { Reading, Unread } from './reading/readDocument.js';
import type { Reader } from './reading/ReaderPool.js';
import { Refusal } from './Refusal.js';
import { writeBatch } from './writeBatch.js';

export interface IngestDocumentsOptions {
  readonly dataSource: DataSource;
  readonly sample: boolean;
  readonly reread: boolean;
  /** Threads that read. */
  readonly jobs: number;
  readonly signal: AbortSignal | undefined;
}

const MIB = 1024 * 1024;

/** What may be under way at each step; together they bound what is in memory. */
const WINDOWS = {
  acquire: { count: 64, weight: 48 * MIB },
  lookUp: { count: 512, weight: 48 * MIB },
  /** What a thread is given at a time: enough to make the way there and back worth it. */
  group: { count: 16, weight: MIB, wait: 10 },
  /** As many as a batch, so that the threads have something to do while one is written. */
  read: { count: 32, weight: 48 * MIB },
  /** What is written in one transaction, and how long the first waits for others. */
  write: { count: 512, weight: 16 * MIB, wait: 1000 },
} as const;

/** Up to so many documents are read without starting threads. */
const FEW = 16;

async function acquire(document: Acquirable): Promise<Acquired> {
  const { file, entryOf } = document;
  try {
    return { file, entryOf, source: await document.acquire() };
  } catch (error) {
    if (error instanceof Refusal) return { file, entryOf, refusal: error };
    throw error;
  }
}

const bytesOf = (item: Acquired | Settled | Waiting): number => ('source' in item ? item.source.bytes.byteLength : 0);
const weightOf = (items: readonly (Settled | Waiting)[]): number => items.reduce((sum, item) => sum + bytesOf(item), 0);

/** Reads those of a group that wait for it. */
async function readWaiting(read: Reader['read'], group: readonly (Settled | Waiting)[]): Promise<(Settled | Read)[]> {
  const waiting = group.filter((item) => 'source' in item);
  const readings =
    waiting.length === 0 ? [] : await read(waiting.map(({ source, manifest }) => ({ source, manifest })));
  const results = new Map(waiting.map((item, index) => [item, readings[index]]));
  return group.map((item) => {
    if (!('source' in item)) return item;
    const { file, again, manifest } = item;
    const reading = results.get(item);
    if (reading === undefined) throw new Error(`nothing was said of ${file}`);
    if ('report' in reading) return { file, report: reading.report, again };
    if (reading.refused.bug !== null) log.error('reader.bug', { file, bug: reading.refused.bug });
    return { file, refused: reading.refused, manifest };
  });
}

/**
 * Takes in documents: fetched, looked up, read in several threads and written in batches, all at the same time. Yields one
 * outcome for each, in their order. After the signal no further batch is written.
 */
export async function* ingestDocuments(
  documents: AsyncIterable<Acquirable>,
  { dataSource, sample, reread, jobs, signal }: IngestDocumentsOptions,
): AsyncGenerator<Outcome> {
  const acquired = orderedMap(until(signal, documents), acquire, {
    ...WINDOWS.acquire,
    weigh: ({ weight }) => weight,
  });
  const lookedUp = orderedMap(openArchives(acquired), createLookUp(dataSource, { reread }), {
    ...WINDOWS.lookUp,
    weigh: bytesOf,
  });
  // Where all is known nothing is read, and no thread started.
  let reader: Promise<Reader> | undefined;
  try {
    const { few, items } = await peek(lookedUp, FEW);
    const read = (unread: readonly Unread[]): Promise<Reading[]> =>
      (reader ??= createReader(jobs, few)).then((opened) => opened.read(unread));
    const readings = orderedMap(
      inBatches(items, { ...WINDOWS.group, weigh: bytesOf }),
      (group) => readWaiting(read, group),
      { ...WINDOWS.read, weigh: weightOf },
    );
    const batches = inBatches(each(readings), {
      ...WINDOWS.write,
      weigh: (item) => ('report' in item ? item.report.content.byteLength : 0),
    });
    for await (const batch of batches) {
      yield* await writeBatch(dataSource, batch, { sample });
      if (signal?.aborted === true) return;
    }
  } catch (error) {
    // What was given up is no failure.
    if (signal?.aborted !== true) throw error;
  } finally {
    await (await reader)?.close();
  }
}
