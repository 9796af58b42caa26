import type { EntityManager } from 'typeorm';
import type { Place } from './place.js';

/**
 * Recomputes the rosters of `place` (division_code, agency_kind), over `agency_place`: how many agencies expect their
 * first and last report in the same years.
 */
export const COMPUTED_ROSTER = `
  computed_roster as (
    select
      p.division_code, p.agency_kind,
      coalesce(array_agg(n.first_year order by n.first_year, n.last_year) filter (where n.agencies is not null), '{}') as first_years,
      coalesce(array_agg(n.last_year order by n.first_year, n.last_year) filter (where n.agencies is not null), '{}') as last_years,
      coalesce(array_agg(n.agencies order by n.first_year, n.last_year) filter (where n.agencies is not null), '{}') as agencies
    from roster_place as p
    left join (
      select a.division_code, a.agency_kind, a.first_year, a.last_year, count(*)::integer as agencies
      from agency_place as a
      group by a.division_code, a.agency_kind, a.first_year, a.last_year) as n
      on n.division_code = p.division_code and n.agency_kind = p.agency_kind
    group by p.division_code, p.agency_kind)`;

const update = (places: string, agencies: string): string => `
  with roster_place as (${places}),
  agency_place as (${agencies}),
  ${COMPUTED_ROSTER}
  update total_roster as t
  set first_years = c.first_years, last_years = c.last_years, agencies = c.agencies,
    version = pg_current_xact_id()::text::bigint
  from computed_roster as c
  where t.division_code = c.division_code and t.agency_kind = c.agency_kind
    and (t.first_years, t.last_years, t.agencies) is distinct from (c.first_years, c.last_years, c.agencies)`;

const WANTED = `select w.division_code, w.agency_kind
    from unnest($1::text[], $2::agency_kind[]) as w (division_code, agency_kind)`;
const UPDATE = update(
  WANTED,
  'select p.* from total_agency as p join roster_place as w on w.division_code = p.division_code and w.agency_kind = p.agency_kind',
);
const UPDATE_ALL = update(
  'select t.division_code, t.agency_kind from total_roster as t',
  'select p.* from total_agency as p',
);

const insertMissing = (places: string): string => `
  insert into total_roster (division_code, agency_kind, version)
  select distinct w.division_code, w.agency_kind, pg_current_xact_id()::text::bigint
  from (${places}) as w
  where not exists (
    select from total_roster as t where t.division_code = w.division_code and t.agency_kind = w.agency_kind)
  order by w.division_code, w.agency_kind
  on conflict do nothing`;

/** Rows are locked in one order, after those of cells. */
const LOCK = `
  select from total_roster as t
  join (select distinct w.* from (${WANTED}) as w) as w on w.division_code = t.division_code and w.agency_kind = t.agency_kind
  order by t.division_code, t.agency_kind
  for update of t`;

/** Brings the rosters of places up to date. */
export async function refreshRosters(manager: EntityManager, places: readonly Place[]): Promise<void> {
  if (places.length === 0) return;
  const parameters = [places.map(({ divisionCode }) => divisionCode), places.map(({ agencyKind }) => agencyKind)];
  await manager.query(insertMissing(WANTED), parameters);
  await manager.query(LOCK, parameters);
  await manager.query(UPDATE, parameters);
}

/** Brings all rosters up to date; the caller has locked the table. */
export async function refreshAllRosters(manager: EntityManager): Promise<void> {
  await manager.query(insertMissing('select p.division_code, p.agency_kind from total_agency as p'));
  await manager.query(UPDATE_ALL);
}
