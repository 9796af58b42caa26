import type { EntityManager } from 'typeorm';
import type { Placed } from './insertReports.js';
import { unnested } from './insertRows.js';
import { idOf } from './Revision.js';

/** A report of the program's samples that a document from elsewhere says too is no mere sample from then on. */
export async function markReal(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  const joined = placed.filter(({ isNew, source }) => !isNew && source === 'added');
  if (joined.length === 0) return;
  const { clause, parameters } = unnested(
    { agency_id: 'bigint', report_id: 'bigint' },
    joined.map(({ revision }) => [revision.agencyId, idOf(revision)]),
  );
  await manager.query(
    `update annual_report as r set sample = false from ${clause}
     where r.agency_id = t.agency_id and r.id = t.report_id and r.sample`,
    parameters,
  );
}
