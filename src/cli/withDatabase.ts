import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { databaseFault } from '../database/databaseFault.js';
import { createDataSource } from '../database/dataSource.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/openDatabase.js';
import { log } from '../log.js';
import { endWith } from './endWith.js';
import { Interruption } from './Interruption.js';

/** What a verb works on. */
export interface Connection {
  readonly dataSource: DataSource;
  /** Address of the database, with user and password. */
  readonly url: string;
  /** Ours, or one of the user's own. */
  readonly embedded: boolean;
  /** Rejects when the database has gone for good; never resolves. */
  readonly lost: Promise<never>;
}

/**
 * Opens the database of the settings, brings its tables up to date, acts, and closes everything, whatever happens.
 * @throws AppError also where the database failed
 */
export async function withDatabase<T>(config: Config, action: (connection: Connection) => Promise<T>): Promise<T> {
  let lostBy: unknown;
  let lose: (error: unknown) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (lose = reject));
  lost.catch(() => undefined);
  const database = await openDatabase(config, { onLost: (error) => lose((lostBy = error)) });
  const ending = Interruption.isAwaited ? null : endWith(database);
  log.debug('database.open', { embedded: database.embedded });
  const act = async (): Promise<T> => {
    const dataSource = await createDataSource(database.url).initialize();
    try {
      await migrate(dataSource);
      return await action({ dataSource, url: database.url, embedded: database.embedded, lost });
    } finally {
      await dataSource.destroy();
    }
  };
  try {
    return await act();
  } catch (error) {
    if (ending?.aborted === true) await new Promise(() => undefined);
    // Why it could not be started again says more than that it went away; closing waits for that.
    await database.close();
    throw databaseFault(lostBy ?? error);
  } finally {
    await database.close();
  }
}
