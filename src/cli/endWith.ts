import type { Database } from '../database/openDatabase.js';
import { Interruption } from './Interruption.js';

/**
 * For a verb that knows no end in the middle: where it is interrupted its database is left, so that what it was at is undone,
 * and the program ends.
 * @returns tells that this is under way
 */
export function endWith(database: Database): AbortSignal {
  const interruption = new Interruption();
  const end = (): void => process.exit(interruption.exitCode ?? 0);
  interruption.signal.addEventListener('abort', () => void database.close().then(end, end));
  return interruption.signal;
}
