import type { EntityManager } from 'typeorm';
import { keyArrays } from '../store/keyArrays.js';
import type { ReportKey } from '../store/Revision.js';

/** Numbers out of the way of those that are being given. */
const ASIDE = 1_000_000;

/** Numbers the revisions of these keys 1, 2, … in the order they were stored. */
export async function renumberRevisions(manager: EntityManager, keys: readonly ReportKey[]): Promise<void> {
  const rows = await manager.query<{ agencyId: number; id: number; revision: number; wanted: number }[]>(
    `select n.agency_id as "agencyId", n.id, n.revision, n.wanted
     from (
       select r.agency_id, r.id, r.revision,
         row_number() over (partition by r.agency_id, r.year, r.scope order by r.stored_at, r.id)::integer as wanted
       from (select distinct * from unnest($1::bigint[], $2::integer[], $3::report_scope[])) as k (agency_id, year, scope)
       join annual_report as r on r.agency_id = k.agency_id and r.year = k.year and r.scope = k.scope) as n
     where n.revision <> n.wanted`,
    keyArrays(keys),
  );
  // In two steps: the unique numbers are checked row by row.
  for (const aside of [ASIDE, 0])
    await manager.query(
      `update annual_report as r set revision = t.revision
       from unnest($1::bigint[], $2::bigint[], $3::integer[]) as t (agency_id, id, revision)
       where r.agency_id = t.agency_id and r.id = t.id`,
      [rows.map(({ agencyId }) => agencyId), rows.map(({ id }) => id), rows.map(({ wanted }) => wanted + aside)],
    );
}
