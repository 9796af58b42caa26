import type { EntityManager } from 'typeorm';

/** Counts up the dataset's version; last of a transaction, for others count on the same shard. Each process mostly has its own. */
export const countUp = async (manager: EntityManager): Promise<void> => {
  await manager.query(
    'update dataset_version set version = version + 1, changed_at = now() where shard = pg_backend_pid() % 32',
  );
};
