import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { Place } from './place.js';

/** An agency as it was counted and as it is to be counted from now on; null where it was not, or is no more. */
export interface Placing {
  readonly agencyId: number;
  readonly before: Place | null;
  readonly now: Place | null;
  /** Where it is counted, or the years in which reports are expected of it, are others. */
  readonly rosterChanged: boolean;
}

interface Row {
  readonly agencyId: number;
  readonly divisionBefore: string | null;
  readonly kindBefore: AgencyKind | null;
  readonly divisionNow: string | null;
  readonly kindNow: AgencyKind | null;
  readonly rosterChanged: boolean;
}

/** Where each agency belongs: what `total_agency` holds after it was brought up to date. */
export const AGENCY_PLACE = `
    select a.id as agency_id, coalesce(a.division_code, '') as division_code, a.kind as agency_kind, a.first_year, a.last_year
    from agency as a`;

/** The same with the years of which it has an active report of either scope. */
export const AGENCY_YEARS = `
    select p.*, array(select distinct r.year from annual_report as r where r.agency_id = p.agency_id and r.active order by 1) as years
    from (${AGENCY_PLACE}) as p`;

const ROSTER_CHANGED = `(b.division_code, b.agency_kind, b.first_year, b.last_year)
  is distinct from (n.division_code, n.agency_kind, n.first_year, n.last_year)`;

const THIS_TRANSACTION = 'pg_current_xact_id()::text::bigint';

/** $1 null stands for all agencies. */
const STATEMENT = `
  with now as (${AGENCY_YEARS} where $1::bigint[] is null or p.agency_id = any ($1)),
  before as (select p.* from total_agency as p where $1::bigint[] is null or p.agency_id = any ($1)),
  change as (
    select
      coalesce(b.agency_id, n.agency_id) as agency_id, ${ROSTER_CHANGED} as roster_changed,
      b.years is distinct from n.years as years_changed,
      b.division_code as division_before, b.agency_kind as kind_before,
      n.division_code as division_now, n.agency_kind as kind_now, n.first_year, n.last_year, n.years
    from before as b
    full join now as n on n.agency_id = b.agency_id),
  removed as (
    delete from total_agency as p using change as c where p.agency_id = c.agency_id and c.division_now is null
    returning p.agency_id),
  gone as (
    insert into total_agency_gone (agency_id, version)
    select r.agency_id, ${THIS_TRANSACTION} from removed as r),
  written as (
    insert into total_agency (agency_id, division_code, agency_kind, first_year, last_year, years, version)
    select c.agency_id, c.division_now, c.kind_now, c.first_year, c.last_year, c.years, ${THIS_TRANSACTION}
    from change as c
    where (c.roster_changed or c.years_changed) and c.division_now is not null
    order by c.agency_id
    on conflict (agency_id) do update set
      division_code = excluded.division_code, agency_kind = excluded.agency_kind, first_year = excluded.first_year,
      last_year = excluded.last_year, years = excluded.years, version = excluded.version)
  select
    c.agency_id as "agencyId", c.division_before as "divisionBefore", c.kind_before as "kindBefore",
    c.division_now as "divisionNow", c.kind_now as "kindNow", c.roster_changed as "rosterChanged"
  from change as c
  where $1::bigint[] is not null`;

const placeOf = (divisionCode: string | null, agencyKind: AgencyKind | null): Place | null =>
  divisionCode === null || agencyKind === null ? null : { divisionCode, agencyKind };

/** Brings up to date where agencies are counted, those that are gone included, and says where they were before. */
export async function placeAgencies(manager: EntityManager, agencyIds: readonly number[]): Promise<Placing[]> {
  const rows = await manager.query<Row[]>(STATEMENT, [[...new Set(agencyIds)]]);
  return rows.map(({ agencyId, divisionBefore, kindBefore, divisionNow, kindNow, rosterChanged }) => ({
    agencyId,
    rosterChanged,
    before: placeOf(divisionBefore, kindBefore),
    now: placeOf(divisionNow, kindNow),
  }));
}

/** The same for all agencies. */
export const placeAllAgencies = async (manager: EntityManager): Promise<void> => {
  await manager.query(STATEMENT, [null]);
};
