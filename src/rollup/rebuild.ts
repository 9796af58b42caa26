import type { DataSource, EntityManager } from 'typeorm';
import { refreshAllCells } from './cells.js';
import { FACTS_EDITION } from './facts.js';
import { placeAllAgencies } from './placeAgencies.js';
import { EDITION_SQL } from './requireEdition.js';
import { lockTotals } from './rollUp.js';
import { refreshAllRosters } from './rosters.js';

/** Recomputes all totals, in one transaction; what is right already stays as it is. Readers see the old ones until then. */
export const rebuild = (db: DataSource): Promise<void> => db.transaction(rebuildIn);

async function rebuildIn(manager: EntityManager): Promise<void> {
  // In the order in which all writers lock.
  await manager.query('lock table total_agency in share row exclusive mode');
  await lockTotals(manager);
  await placeAllAgencies(manager);
  await refreshAllCells(manager);
  await refreshAllRosters(manager);
  await manager.query(
    `insert into reference_data (name, sha256) values ('totals', $1)
     on conflict (name) do update set sha256 = excluded.sha256, loaded_at = now()`,
    [FACTS_EDITION],
  );
}

/**
 * Recomputes all totals where they are of another edition: where the reports were stored before there were totals, or
 * the program numbers facts in another way.
 */
export async function rebuildOutdated(db: DataSource): Promise<void> {
  const [loaded] = await db.query<{ sha256: string }[]>(EDITION_SQL);
  if (loaded?.sha256 !== FACTS_EDITION) await rebuild(db);
}
