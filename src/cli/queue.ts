import type { Config } from '../config.js';
import { printable } from '../printable.js';
import { IngestQueue } from '../queue/IngestQueue.js';
import type { GivenUp } from '../queue/JobTable.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { summaryText } from './summaryText.js';
import { Teller } from './Teller.js';
import { withDatabase } from './withDatabase.js';

export interface QueueArguments {
  /** JSON in place of readable lines. */
  readonly json: boolean;
}

const givenUpText = ({ file, status }: GivenUp): string => printable(`${status.padEnd(9)} ${file}`);

/** Says on stdout what became of the documents of the queue, whichever worker took them in, and what is left to do. */
export async function queue(config: Config, interruption: Interruption, { json }: QueueArguments): Promise<number> {
  const { signal } = interruption;
  const teller = new Teller(json);
  const counts = await withDatabase(config, async ({ url }) => {
    const queue = await IngestQueue.open(url);
    try {
      for await (const outcome of queue.outcomes()) {
        if (signal.aborted) break;
        if (outcome.status !== 'given up') teller.tell(outcome);
        else process.stdout.write(`${json ? JSON.stringify(outcome) : givenUpText(outcome)}\n`);
      }
      return await queue.counts();
    } finally {
      await queue.close();
    }
  });
  const { waiting, active, failed } = counts;
  if (!json)
    process.stdout.write(
      `${summaryText(teller.summary)}; jobs: ${waiting} wait, ${active} at work, ${failed} given up\n`,
    );
  return interruption.exitCode ?? (teller.summary.rejected > 0 || failed > 0 ? EXIT.rejected : EXIT.done);
}
