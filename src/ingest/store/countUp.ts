import type { EntityManager } from 'typeorm';

/**
 * Counts up the dataset's version; last of a transaction, for others count on the same shard. Each process mostly has
 * its own. The moment never goes back, though transactions end in another order than they begin, and clocks are set.
 */
export const countUp = async (manager: EntityManager): Promise<void> => {
  await manager.query(
    `update dataset_version as v set version = v.version + 1, changed_at = greatest(v.changed_at, now())
     where v.shard = pg_backend_pid() % 32`,
  );
};
