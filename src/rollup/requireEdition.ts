import { DatabaseUnsuitableError } from '../errors.js';
import { FACTS_EDITION } from './facts.js';

/** Which edition the stored totals are of, in SQL; null where there are none yet. */
export const EDITION_SQL = `select r.sha256 from reference_data as r where r.name = 'totals'`;

/**
 * The same numbers of facts mean others in another edition of the program, so that its totals must neither be read nor added to.
 * @throws DatabaseUnsuitableError where the stored totals are of another edition than this program's
 */
export function requireEdition(edition: string | null): void {
  if (edition !== FACTS_EDITION)
    throw new DatabaseUnsuitableError(
      'the totals are of another edition than this program',
      'Run gongkai migrate with the newer program, and stop the older one.',
    );
}
