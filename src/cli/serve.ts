import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { AnnualReport } from '../entities/AnnualReport.js';
import { flagshipQuery } from '../flagshipQuery.js';
import { ingestPaths, type Outcome } from '../ingest/ingest.js';
import { log } from '../log.js';
import { root } from '../root.js';
import { EXIT } from './exitCodes.js';
import type { Interruption } from './Interruption.js';
import { openServer } from './openServer.js';
import { openWorkers } from './openWorkers.js';
import { serverFault } from './serverFault.js';
import { type Connection, withDatabase } from './withDatabase.js';

export interface ServeOptions {
  /** Processes that answer, on one port. */
  readonly workers: number;
}

const SAMPLES = new URL('data/samples/', root);

const welcome = (url: string): string => `gongkai answers at ${url} (open it in a browser; Ctrl-C stops it). Try this:

${flagshipQuery}
`;

/** Asked at every start, so that loading cut short is completed: what is there already is found unchanged. */
const holdsNothingElse = async (dataSource: DataSource): Promise<boolean> =>
  !(await dataSource.getRepository(AnnualReport).existsBy({ sample: false }));

const loadSamples = async (dataSource: DataSource, signal: AbortSignal): Promise<void> => {
  const names = (await readdir(SAMPLES)).filter((name) => name !== 'README.md').sort();
  const paths = names.map((name) => fileURLToPath(new URL(name, SAMPLES)));
  const onOutcome = ({ file, status, reason }: Outcome): void => {
    if (reason !== null) log.warn('sample.rejected', { file, ...reason });
    else log.debug(`sample.${status}`, { file });
  };
  const summary = await ingestPaths(paths, { dataSource, sample: true, signal, onOutcome });
  log.info('samples.loaded', { ...summary });
};

const answer = async (
  { dataSource, url, embedded, lost }: Connection,
  config: Config,
  interruption: Interruption,
  { workers }: ServeOptions,
): Promise<void> => {
  const { signal } = interruption;
  if (config.samples ?? (embedded && (await holdsNothingElse(dataSource)))) await loadSamples(dataSource, signal);
  if (signal.aborted) return;
  const settings = { url, ...config };
  const server = await (workers === 1 ? openServer(settings) : openWorkers(settings, workers)).catch(
    (error: unknown) => {
      throw serverFault(error, config);
    },
  );
  try {
    process.stdout.write(welcome(server.url));
    await Promise.race([interruption.wait(), lost]);
  } finally {
    await server.stop();
  }
};

/** Serves until it is told to stop. */
export async function serve(config: Config, interruption: Interruption, options: ServeOptions): Promise<number> {
  await withDatabase(config, (connection) => answer(connection, config, interruption, options));
  return EXIT.done;
}
