import type { EntityManager } from 'typeorm';
import { addToCells } from './addToCells.js';
import { lockCells, refreshAllCells, refreshCells } from './cells.js';
import type { Added, Changed } from './Changed.js';
import { distinct } from '../distinct.js';
import { divide } from './divide.js';
import { cellKey, placeKey } from './place.js';
import { placeAgencies } from './placeAgencies.js';
import { EDITION_SQL, requireEdition } from './requireEdition.js';
import { refreshAllRosters, refreshRosters } from './rosters.js';

export interface RollUpOptions {
  /** Those of the changed reports that were merely added. */
  readonly added?: readonly Added[];
  /** Number of cells from which on all are recomputed. */
  readonly rebuildFrom?: number;
}

/** From so many cells on it is cheaper to recompute all of them; see `docs/adr/0008`. */
const REBUILD_FROM = 60_000;

/** Waits for writers that hold rows; readers go on. Never again after a row was locked: two that do would wait for each other. */
export const lockTotals = async (manager: EntityManager): Promise<void> => {
  await manager.query('lock table total_cell in share row exclusive mode');
  await manager.query('lock table total_roster in share row exclusive mode');
};

/** Each statement has to see what others have committed before it. */
async function requireReadCommitted(manager: EntityManager): Promise<void> {
  const [row] = await manager.query<{ level: string }[]>(`select current_setting('transaction_isolation') as level`);
  if (row?.level !== 'read committed' || manager.queryRunner?.isTransactionActive !== true)
    throw new Error(`totals are maintained in a read committed transaction, found ${row?.level}`);
}

/** Asked under the locks: whoever makes totals of another edition has committed before, or waits until after. */
async function requireOwnEdition(manager: EntityManager): Promise<void> {
  const [stored] = await manager.query<{ sha256: string }[]>(EDITION_SQL);
  requireEdition(stored?.sha256 ?? null);
}

/**
 * Brings the totals up to date, in the transaction that changed the reports and after the change. Once a transaction,
 * the agencies' rows being locked. `changed` names reports by the agency they have and, where moved, had.
 * @throws DatabaseUnsuitableError where the stored totals are of another edition than this program's
 */
export async function rollUp(
  manager: EntityManager,
  changed: readonly Changed[],
  { added = [], rebuildFrom = REBUILD_FROM }: RollUpOptions = {},
): Promise<void> {
  if (changed.length === 0) return;
  await requireReadCommitted(manager);
  const placings = await placeAgencies(
    manager,
    changed.map(({ agencyId }) => agencyId),
  );
  const { recomputed, additions } = await divide(manager, placings, changed, added);
  if (recomputed.length >= rebuildFrom) {
    await lockTotals(manager);
    await requireOwnEdition(manager);
    await refreshAllCells(manager);
    await refreshAllRosters(manager);
    return;
  }
  await lockCells(manager, distinct([...recomputed, ...additions.map(({ cell }) => cell)], cellKey));
  await requireOwnEdition(manager);
  await refreshCells(manager, recomputed);
  await addToCells(manager, additions);
  const places = placings
    .filter(({ rosterChanged }) => rosterChanged)
    .flatMap(({ before, now }) => [before, now])
    .flatMap((place) => place ?? []);
  await refreshRosters(manager, distinct(places, placeKey));
}
