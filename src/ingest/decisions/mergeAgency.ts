import type { EntityManager } from 'typeorm';
import type { NamedAgency } from '../store/resolveAgencies.js';
import type { KeptAgency } from './KeptAgency.js';

/** The names of the second agency become other names of the first. */
const addNames = (manager: EntityManager, to: number, names: readonly string[]): Promise<unknown> =>
  manager.query(
    `update agency as a set aliases = a.aliases || array(
       select n.name from unnest($2::text[]) with ordinality as n (name, position)
       where n.name <> a.name and n.name <> all (a.aliases) order by n.position)
     where a.id = $1`,
    [to, names],
  );

/** The agency is another one from now on, and stays the same row. */
export async function renameAgency(manager: EntityManager, agency: KeptAgency, to: NamedAgency): Promise<void> {
  await manager.query(
    `update agency as a
     set name = $2, normalized_name = $3, kind = $4, division_code = $5, site = $6, document_sha256 = $7,
       aliases = array_remove(a.aliases, $2)
     where a.id = $1`,
    [agency.id, to.name, to.normalizedName, to.kind, to.division, to.site, to.documentSha256],
  );
  await addNames(manager, agency.id, [agency.name]);
}

/**
 * What else is known of the first agency, its reports being moved, goes to the second: names, and what the roster and
 * manifests say.
 */
export async function mergeAgency(manager: EntityManager, from: number, to: number): Promise<void> {
  const [row] = await manager.query<{ names: string[] }[]>(
    'select array_prepend(a.name, a.aliases) as names from agency as a where a.id = $1',
    [from],
  );
  await addNames(manager, to, row?.names ?? []);
  await manager.query(
    `insert into roster_entry as e (agency_id, first_year, last_year, decided_by, decided_at, note)
     select $2, o.first_year, o.last_year, o.decided_by, o.decided_at, o.note from roster_entry as o where o.agency_id = $1
     on conflict (agency_id) do update set
       first_year = least(e.first_year, excluded.first_year),
       -- Null is open, which is longer than any year.
       last_year = case
         when e.last_year is not null and excluded.last_year is not null then greatest(e.last_year, excluded.last_year)
       end`,
    [from, to],
  );
  await manager.query('delete from roster_entry where agency_id = $1', [from]);
  await manager.query(
    `insert into manifest_agency as m (agency_id, first_year)
     select $2, o.first_year from manifest_agency as o where o.agency_id = $1
     on conflict (agency_id) do update set first_year = least(m.first_year, excluded.first_year)`,
    [from, to],
  );
  await manager.query('delete from manifest_agency where agency_id = $1', [from]);
}
