import type { Config } from '../config.js';
import { IngestQueue } from '../queue/IngestQueue.js';
import { queuedDocuments } from '../queue/queuedDocuments.js';
import { type Slice, slices } from '../queue/slices.js';
import { inBatches } from '../ingest/pipeline/inBatches.js';
import { knowAgencies } from '../ingest/store/knowAgencies.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { type Naming, wanted } from './wanted.js';
import { warnUnused } from './warnUnused.js';
import { withDatabase } from './withDatabase.js';

export interface EnqueueArguments extends Naming {
  /** A worker that says nothing for so long (s) is taken for dead. */
  readonly lease: number;
}

/** Jobs that are put with one statement, and how long the first waits for others (ms). */
const PUT = { count: 100, wait: 1_000 };

/** Puts documents in the queue, for any number of `work` to take in. */
export async function enqueue(
  config: Config,
  interruption: Interruption,
  paths: readonly string[],
  { lease, ...naming }: EnqueueArguments,
): Promise<number> {
  const { manifest, locations, skip } = await wanted(paths, naming);
  const { signal } = interruption;
  let documents = 0;
  const count = (put: readonly Slice[]): number => put.reduce((sum, slice) => sum + slice.documents.length, 0);
  const counts = await withDatabase(config, async ({ url, dataSource }) => {
    const queue = await IngestQueue.open(url);
    try {
      for await (const batch of inBatches(slices(queuedDocuments(locations, { manifest, skip })), PUT)) {
        await queue.put(batch, lease);
        documents += count(batch);
        if (signal.aborted) break;
      }
      if (!signal.aborted && manifest !== null) await knowAgencies(dataSource, await manifest.absent());
      return await queue.counts();
    } finally {
      await queue.close();
    }
  });
  if (!signal.aborted) warnUnused(manifest);
  process.stdout.write(`${documents} documents queued, ${counts.waiting} jobs wait\n`);
  return interruption.exitCode ?? EXIT.done;
}
