import type { Config } from '../config.js';
import { log } from '../log.js';
import { EXIT } from './exitCodes.js';
import { withDatabase } from './withDatabase.js';

/** Brings the tables and the reference data of the database up to date. */
export async function migrate(config: Config): Promise<number> {
  await withDatabase(config, async ({ embedded }) => log.info('database.migrated', { embedded }));
  return EXIT.done;
}
