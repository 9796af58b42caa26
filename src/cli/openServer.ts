import type { Config } from '../config.js';
import { createReadingDataSource } from '../database/dataSource.js';
import { LIMITS } from '../limits/limits.js';
import { type Server, startServer } from '../server.js';

/** What a process needs in order to answer. */
export interface ServerSettings extends Pick<
  Config,
  'host' | 'port' | 'fast' | 'storedMegabytes' | 'maxAge' | 'replicaUrls' | 'replicaLag'
> {
  /** Address of the primary. */
  readonly url: string;
}

/** How often it is looked how far replicas have come, and for how long one that failed has to answer again (ms). */
const ROUND_MS = 1_000;
const STEADY_MS = 5_000;

/** Starts a server with connections of its own, on which no statement takes longer than a question may. */
export async function openServer(settings: ServerSettings): Promise<Server> {
  const { url, replicaUrls, replicaLag, host, port, fast, storedMegabytes, maxAge } = settings;
  const timing = { lagMs: replicaLag * 1_000, roundMs: ROUND_MS, steadyMs: STEADY_MS };
  const { statementMs } = LIMITS;
  const dataSource = await createReadingDataSource(url, { statementMs, replicaUrls, timing }).initialize();
  try {
    const speed = fast ? { maxAge, storedBytes: storedMegabytes * 2 ** 20 } : null;
    const server = await startServer({ dataSource, host, port, fast: speed });
    return { url: server.url, stop: () => server.stop().finally(() => dataSource.destroy()) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
