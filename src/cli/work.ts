import { availableParallelism } from 'node:os';
import type { Config } from '../config.js';
import type { Outcome, Summary } from '../ingest/ingest.js';
import { IngestQueue } from '../queue/IngestQueue.js';
import { workOff } from '../queue/workOff.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { outcomeText } from './outcomeText.js';
import { Progress } from './Progress.js';
import { summaryText } from './summaryText.js';
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
  const summary: Summary = { stored: 0, unchanged: 0, revised: 0, rejected: 0 };
  const tell = (outcome: Outcome): void => {
    summary[outcome.status] += 1;
    progress.step(() => process.stdout.write(`${json ? JSON.stringify(outcome) : outcomeText(outcome)}\n`));
  };
  try {
    await withDatabase(config, async ({ dataSource, url, lost }) => {
      const queue = await IngestQueue.open(url);
      const all = async (): Promise<void> => {
        const outcomes = workOff(queue, { dataSource, jobs, allowPrivate, untilEmpty, signal });
        for await (const outcome of outcomes) tell(outcome);
      };
      await Promise.race([all(), lost]).finally(() => queue.close());
    });
    progress.end();
    if (!json) process.stdout.write(`${summaryText(summary)}\n`);
    return interruption.exitCode ?? (summary.rejected > 0 ? EXIT.rejected : EXIT.done);
  } finally {
    progress.end();
  }
}
