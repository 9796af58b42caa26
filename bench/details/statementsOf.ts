import type { Logger } from 'typeorm';
import { createDataSource } from '../../src/database/dataSource.js';
import { startServer } from '../../src/server.js';
import { ask } from '../http/ask.js';
import type { Statement } from './plans.js';

const ignore = (): void => undefined;

/** What is read by the clock, whatever is asked, or frames a transaction. */
const isOwn = (text: string): boolean => !/dataset_version|^\s*(?:begin|commit|rollback)/i.test(text);

/** The statements that a server sends for each of the questions, asked one after another. */
export async function statementsOf(databaseUrl: string, bodies: readonly string[]): Promise<Statement[][]> {
  const seen: Statement[] = [];
  const dataSource = await createDataSource(databaseUrl).initialize();
  const server = await startServer({ dataSource, port: 0, fast: { maxAge: null, storedBytes: 0 } });
  const logger: Logger = {
    logQuery: (text, parameters) => {
      if (isOwn(text)) seen.push({ text, parameters: Array.isArray(parameters) ? parameters : [] });
    },
    ...{ logQueryError: ignore, logQuerySlow: ignore, logSchemaBuild: ignore, logMigration: ignore, log: ignore },
  };
  dataSource.setOptions({ logging: true, logger });
  try {
    const all: Statement[][] = [];
    for (const body of bodies) {
      await ask(server.url, body);
      all.push(seen.splice(0));
    }
    return all;
  } finally {
    await server.stop();
    await dataSource.destroy();
  }
}
