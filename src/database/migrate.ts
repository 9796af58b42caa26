import type { DataSource } from 'typeorm';
import { rebuildOutdated } from '../rollup/rebuild.js';
import { loadDivisions } from './loadDivisions.js';
import { requireKnown } from './requireKnown.js';

/** One number for all processes: whoever migrates holds it. */
const MIGRATION_LOCK = 20_190_415;

/**
 * Runs the migrations, loads the divisions, and makes the totals where they are of another edition; processes that start
 * together wait for each other.
 * @throws DatabaseUnsuitableError where a newer program has changed the tables
 */
export async function migrate(db: DataSource): Promise<void> {
  const runner = db.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await requireKnown(db);
    await db.runMigrations();
    await loadDivisions(db);
    await rebuildOutdated(db);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).finally(() => runner.release());
  }
}
