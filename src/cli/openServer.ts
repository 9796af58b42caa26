import type { Config } from '../config.js';
import { createDataSource } from '../database/dataSource.js';
import { LIMITS } from '../limits/limits.js';
import { type Server, startServer } from '../server.js';

/** What a process needs in order to answer. */
export interface ServerSettings extends Pick<Config, 'port' | 'fast' | 'storedMegabytes' | 'maxAge'> {
  /** Address of the database. */
  readonly url: string;
}

/** Starts a server with connections of its own, on which no statement takes longer than a question may. */
export async function openServer({ url, port, fast, storedMegabytes, maxAge }: ServerSettings): Promise<Server> {
  const dataSource = await createDataSource(url, { statementMs: LIMITS.statementMs }).initialize();
  try {
    const settings = fast ? { maxAge, storedBytes: storedMegabytes * 2 ** 20 } : null;
    const server = await startServer({ dataSource, port, fast: settings });
    return { url: server.url, stop: () => server.stop().finally(() => dataSource.destroy()) };
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}
