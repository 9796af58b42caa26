import type { EntityManager } from 'typeorm';

/**
 * Brings up to date from when and until when reports are expected of agencies: from the first year of a report, of the roster
 * or of a manifest, until the roster's last. One that has none of these is removed.
 */
export async function refreshAgencies(manager: EntityManager, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(
    `delete from agency as a
     where a.id = any ($1) and not exists (select from annual_report as r where r.agency_id = a.id)
       and not exists (select from roster_entry as e where e.agency_id = a.id)
       and not exists (select from manifest_agency as m where m.agency_id = a.id)`,
    [ids],
  );
  await manager.query(
    `update agency as a
     set first_year = known.first_year, last_year = known.last_year
     from (
       select
         b.id,
         least((select min(r.year) from annual_report as r where r.agency_id = b.id), e.first_year, m.first_year) as first_year,
         e.last_year
       from agency as b
       left join roster_entry as e on e.agency_id = b.id
       left join manifest_agency as m on m.agency_id = b.id
       where b.id = any ($1)) as known
     where a.id = known.id and (a.first_year, a.last_year) is distinct from (known.first_year, known.last_year)`,
    [ids],
  );
}
