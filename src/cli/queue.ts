import type { Config } from '../config.js';
import type { Summary } from '../ingest/ingest.js';
import { IngestQueue } from '../queue/IngestQueue.js';
import { EXIT } from './exitCodes.js';
import { outcomeText } from './outcomeText.js';
import { summaryText } from './summaryText.js';
import { withDatabase } from './withDatabase.js';

export interface QueueArguments {
  /** JSON in place of readable lines. */
  readonly json: boolean;
}

/** Says on stdout what became of the documents of the queue, whichever worker took them in, and what is left to do. */
export async function queue(config: Config, { json }: QueueArguments): Promise<number> {
  const summary: Summary = { stored: 0, unchanged: 0, revised: 0, rejected: 0 };
  const counts = await withDatabase(config, async ({ url }) => {
    const queue = await IngestQueue.open(url);
    try {
      for await (const outcome of queue.outcomes()) {
        summary[outcome.status] += 1;
        process.stdout.write(`${json ? JSON.stringify(outcome) : outcomeText(outcome)}\n`);
      }
      return await queue.counts();
    } finally {
      await queue.close();
    }
  });
  const { waiting, active, failed } = counts;
  if (!json)
    process.stdout.write(`${summaryText(summary)}; jobs: ${waiting} wait, ${active} at work, ${failed} given up\n`);
  return summary.rejected > 0 || failed > 0 ? EXIT.rejected : EXIT.done;
}
