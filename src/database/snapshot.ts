import type { DataSource, QueryRunner } from 'typeorm';
import { ReplicatedDataSource } from './replicas/ReplicatedDataSource.js';

/** Asks several things of one and the same state of the database, while writers go on; all of them again if it went away. */
export const snapshot = <T>(db: DataSource, action: (runner: QueryRunner) => Promise<T>): Promise<T> =>
  db instanceof ReplicatedDataSource ? db.retried(() => take(db, action)) : take(db, action);

async function take<T>(db: DataSource, action: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = db.createQueryRunner();
  try {
    // Not by TypeORM, which would tell its subscribers that something was committed.
    await runner.query('begin isolation level repeatable read, read only');
    const result = await action(runner);
    await runner.query('commit');
    return result;
  } catch (error) {
    await runner.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
