import type { EntityManager } from 'typeorm';
import type { Scope } from '../catalog/forms.js';
import { refreshAllCells, refreshCells } from './cells.js';
import type { CellKey, Place } from './place.js';
import { type Placing, placeAgencies } from './placeAgencies.js';
import { refreshAllRosters, refreshRosters } from './rosters.js';

/** A report that was stored, revised, activated, moved or withdrawn: its agency before and after, its year and scope. */
export interface Changed {
  readonly agencyId: number;
  readonly year: number;
  readonly scope: Scope;
}

/** From so many cells on it is cheaper to recompute all of them; see `docs/adr/0008`. */
const REBUILD_FROM = 60_000;

const placeKey = ({ divisionCode, agencyKind }: Place): string => `${divisionCode} ${agencyKind}`;
const cellKey = (cell: CellKey): string => `${placeKey(cell)} ${cell.year} ${cell.scope}`;
const distinct = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

const isMoved = ({ before, now }: Placing): boolean =>
  before === null || now === null || placeKey(before) !== placeKey(now);

/** An agency that moved takes all its reports with it: any cell of the place it left may have lost one. */
const MOVED = `
  select t.division_code as "divisionCode", t.agency_kind as "agencyKind", t.year, t.scope
  from total_cell as t
  join unnest($1::text[], $2::agency_kind[]) as w (division_code, agency_kind)
    on w.division_code = t.division_code and w.agency_kind = t.agency_kind
  union
  select p.division_code, p.agency_kind, r.year, r.scope
  from total_agency as p
  join annual_report as r on r.agency_id = p.agency_id
  where p.agency_id = any ($3::bigint[])`;

async function touchedCells(
  manager: EntityManager,
  placings: readonly Placing[],
  changed: readonly Changed[],
): Promise<CellKey[]> {
  const places = new Map(placings.map(({ agencyId, now }) => [agencyId, now]));
  const cells = changed.flatMap(({ agencyId, year, scope }) => {
    const place = places.get(agencyId);
    return place ? [{ ...place, year, scope }] : [];
  });
  const moved = placings.filter(isMoved);
  if (moved.length === 0) return cells;
  const left = distinct(
    moved.flatMap(({ before }) => before ?? []),
    placeKey,
  );
  const others = await manager.query<CellKey[]>(MOVED, [
    left.map(({ divisionCode }) => divisionCode),
    left.map(({ agencyKind }) => agencyKind),
    moved.map(({ agencyId }) => agencyId),
  ]);
  return [...cells, ...others];
}

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

/**
 * Brings the totals up to date, in the transaction that changed the reports and after the change. Once a transaction,
 * the agencies' rows being locked. `changed` names reports by the agency they have and, where moved, had.
 * @param rebuildFrom number of cells from which on all are recomputed
 */
export async function rollUp(
  manager: EntityManager,
  changed: readonly Changed[],
  rebuildFrom = REBUILD_FROM,
): Promise<void> {
  if (changed.length === 0) return;
  await requireReadCommitted(manager);
  const placings = await placeAgencies(
    manager,
    changed.map(({ agencyId }) => agencyId),
  );
  const cells = distinct(await touchedCells(manager, placings, changed), cellKey);
  if (cells.length >= rebuildFrom) {
    await lockTotals(manager);
    await refreshAllCells(manager);
    await refreshAllRosters(manager);
    return;
  }
  await refreshCells(manager, cells);
  const places = placings
    .filter(({ rosterChanged }) => rosterChanged)
    .flatMap(({ before, now }) => [before, now])
    .flatMap((place) => place ?? []);
  await refreshRosters(manager, distinct(places, placeKey));
}
