import type { EntityManager } from 'typeorm';
import type { Placed } from './insertReports.js';
import { unnested } from './insertRows.js';
import { refreshAgencies } from './refreshAgencies.js';
import { idOf, textOf } from './Revision.js';

/**
 * Removes revisions whose agency, year or scope a document was taken for by mistake and that no document is left of, and
 * agencies that only such a revision named: nobody is waiting for a report of theirs.
 */
export async function dropMisread(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  const left = placed.flatMap(({ from, revision }) =>
    from === null || textOf(from) === textOf(revision) ? [] : [[from.agencyId, idOf(from)] as const],
  );
  if (left.length === 0) return;
  const { clause, parameters } = unnested({ agency_id: 'bigint', report_id: 'bigint' }, left);
  await manager.query(
    `delete from annual_report as r using ${clause}
     where r.agency_id = t.agency_id and r.id = t.report_id and not exists (
       select from source_document as s where s.agency_id = r.agency_id and s.report_id = r.id)`,
    parameters,
  );
  await refreshAgencies(
    manager,
    left.map(([agencyId]) => agencyId),
  );
}
