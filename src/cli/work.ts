import { availableParallelism } from 'node:os';
import type { Config } from '../config.js';
import { log } from '../log.js';
import { IngestQueue } from '../queue/IngestQueue.js';
import { workOff } from '../queue/workOff.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { Progress } from './Progress.js';
import { summaryText } from './summaryText.js';
import { Teller } from './Teller.js';
import { withDatabase } from './withDatabase.js';

export interface WorkArguments {
  /** One JSON object a document in place of a readable line. */
  readonly json: boolean;
  /** End when the queue is worked off; otherwise wait for more. */
  readonly untilEmpty: boolean;
  /** Threads that read. */
  readonly jobs?: number;
  /** Fetch from private addresses too. */
  readonly allowPrivate: boolean;
}

/** Takes in what waits in the queue and says on stdout what became of each document. */
export async function work(config: Config, interruption: Interruption, options: WorkArguments): Promise<number> {
  const { json, untilEmpty, allowPrivate, jobs = availableParallelism() } = options;
  const { signal } = interruption;
  const progress = new Progress();
  const teller = new Teller(json);
  try {
    const failed = await withDatabase(config, async ({ dataSource, url, lost }) => {
      const queue = await IngestQueue.open(url);
      const all = async (): Promise<number> => {
        const outcomes = workOff(queue, { dataSource, jobs, allowPrivate, untilEmpty, signal });
        for await (const outcome of outcomes) progress.step(() => teller.tell(outcome));
        return (await queue.counts()).failed;
      };
      return Promise.race([all(), lost]).finally(() => queue.close());
    });
    progress.end();
    if (failed > 0) log.warn('queue.given.up', { jobs: failed });
    if (!json) process.stdout.write(`${summaryText(teller.summary)}\n`);
    return interruption.exitCode ?? (teller.summary.rejected > 0 || failed > 0 ? EXIT.rejected : EXIT.done);
  } finally {
    progress.end();
  }
}
