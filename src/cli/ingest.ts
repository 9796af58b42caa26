import type { Config } from '../config.js';
import { isOutdated } from '../ingest/acquire/keptDocuments.js';
import { countDocuments } from '../ingest/acquire/locations.js';
import { type IngestOptions, ingestPaths, type Outcome, rereadKept, type Summary } from '../ingest/ingest.js';
import { log } from '../log.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { Progress } from './Progress.js';
import { summaryText } from './summaryText.js';
import { Teller } from './Teller.js';
import { type Naming, type Wanted, wanted } from './wanted.js';
import { warnUnused } from './warnUnused.js';
import { withDatabase } from './withDatabase.js';

export interface IngestArguments extends Naming {
  /** One JSON object a document in place of a readable line. */
  readonly json: boolean;
  /** Read again what an older reader has read; without a path all that is kept. */
  readonly reread: boolean;
  /** Threads that read. */
  readonly jobs?: number;
  /** Fetch from private addresses too. */
  readonly allowPrivate: boolean;
}

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
  const teller = new Teller(json);
  const onOutcome = (outcome: Outcome): void => progress.step(() => teller.tell(outcome));
  try {
    void countDocuments(all.locations, signal).then((total) => (progress.total = total));
    await withDatabase(config, async ({ dataSource, lost }) => {
      const { manifest } = all;
      if (!reread && (await isOutdated(dataSource))) log.warn('reader.newer', { advice: 'gongkai ingest --reread' });
      const chosen = { dataSource, onOutcome, signal, manifest, reread, allowPrivate };
      return Promise.race([takeIn(all, jobs === undefined ? chosen : { ...chosen, jobs }), lost]);
    });
    if (!signal.aborted) warnUnused(all.manifest);
    progress.end();
    if (!json) process.stdout.write(`${summaryText(teller.summary)}\n`);
    return interruption.exitCode ?? (teller.summary.rejected > 0 ? EXIT.rejected : EXIT.done);
  } finally {
    progress.end();
  }
}
