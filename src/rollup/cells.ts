import type { EntityManager } from 'typeorm';
import { plannedOnce } from '../database/plannedOnce.js';
import { cellArrays, cellRows } from './cellArrays.js';
import { COMPUTED, COUNTS } from './computed.js';
import type { CellKey } from './place.js';

const KEY = ['division_code', 'agency_kind', 'year', 'scope'] as const;
const columns = (of: string, names: readonly string[]): string => names.map((name) => `${of}.${name}`).join(', ');
const sameKey = (one: string, other: string): string =>
  KEY.map((column) => `${one}.${column} = ${other}.${column}`).join(' and ');

const FIGURES = [...COUNTS, 'facts', 'amounts'];

/** Rows that stay the same are left alone, and with them their version. */
const update = (cells: string): string => `
  with cell as (
    select row_number() over () as id, w.* from (${cells}) as w),
  place as (select p.* from total_agency as p),
  ${COMPUTED}
  update total_cell as t
  set ${FIGURES.map((column) => `${column} = c.${column}`).join(', ')}, version = pg_current_xact_id()::text::bigint
  from computed as c
  where ${sameKey('t', 'c')} and (${columns('t', FIGURES)}) is distinct from (${columns('c', FIGURES)})`;

/** With a version, so that whoever reads what has changed learns of a cell even where it stays empty. */
const insertMissing = (cells: string): string => `
  insert into total_cell (${KEY.join(', ')}, version)
  select distinct ${columns('w', KEY)}, pg_current_xact_id()::text::bigint
  from (${cells}) as w
  where not exists (select from total_cell as t where ${sameKey('t', 'w')})
  order by ${columns('w', KEY)}
  on conflict do nothing`;

const WANTED = `select w.* from ${cellRows('w')}`;

/** All writers lock cells in one order, so that none waits for another that waits for it. */
const LOCK = `
  select from total_cell as t
  join (${WANTED}) as w on ${sameKey('t', 'w')}
  order by ${columns('t', KEY)}
  for update of t`;

const REFRESH = plannedOnce(update(WANTED));
const REFRESH_ALL = update(`select ${columns('t', KEY)} from total_cell as t`);

/** Locks cells, none of them named twice, until the transaction ends; new ones are made. Once a transaction. */
export async function lockCells(manager: EntityManager, cells: readonly CellKey[]): Promise<void> {
  if (cells.length === 0) return;
  await manager.query(insertMissing(WANTED), cellArrays(cells));
  await manager.query(LOCK, cellArrays(cells));
}

/** Recomputes locked cells from the reports' rows, in a statement of its own: it sees what those stored who held the locks before. */
export async function refreshCells(manager: EntityManager, cells: readonly CellKey[]): Promise<void> {
  if (cells.length > 0) await manager.query(REFRESH, cellArrays(cells));
}

/** Recomputes all cells; the caller has locked the table. */
export async function refreshAllCells(manager: EntityManager): Promise<void> {
  await manager.query(
    insertMissing(`
      select p.division_code, p.agency_kind, r.year, r.scope
      from total_agency as p
      join annual_report as r on r.agency_id = p.agency_id and r.active`),
  );
  // What was inserted just now is unknown to the planner, and of joins of large sets none may be a nested loop.
  await manager.query('analyze total_agency');
  await manager.query('analyze total_cell');
  await manager.query(`set local enable_nestloop = off; set local work_mem = '128MB'`);
  await manager.query(REFRESH_ALL);
  await manager.query('set local enable_nestloop to default; set local work_mem to default');
}
