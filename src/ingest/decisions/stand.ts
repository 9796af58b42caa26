import type { DataSource, EntityManager } from 'typeorm';
import { UsageError } from '../../errors.js';
import { settleKeys } from '../store/settleKeys.js';
import type { Said } from './Decision.js';
import { makeDecisions } from './decisionLock.js';
import { type KeptReport, reportOfId } from './keptReport.js';

/** COUNTS: that revision counts until somebody says otherwise; WITHDRAWN: it must not count. */
export type Standing = 'COUNTS' | 'WITHDRAWN';

/** What counts now of the report's agency, year and scope. */
export interface Stood extends KeptReport {
  /** The id of the active revision; null where none is. */
  readonly active: string | null;
}

/** A revision's standing is that of the documents it is read from: it lasts when they are read again. The latest word counts. */
async function keep(manager: EntityManager, report: KeptReport, standing: Standing, said: Said): Promise<void> {
  await requireCurrent(manager, report);
  await manager.query(
    `insert into document_standing (sha256, standing, decided_by, decided_at, note)
     select s.sha256, $3, $4, $5, $6
     from source_document as s where s.agency_id = $1 and s.report_id = $2 and not s.superseded
     on conflict (sha256) do update set
       standing = excluded.standing, decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note
     where document_standing.decided_at <= excluded.decided_at`,
    [report.agencyId, report.reportId, standing, said.by, said.at, said.note],
  );
}

async function requireCurrent(manager: EntityManager, { agencyId, reportId }: KeptReport): Promise<void> {
  const [current] = await manager.query<unknown[]>(
    'select from source_document as s where s.agency_id = $1 and s.report_id = $2 and not s.superseded limit 1',
    [agencyId, reportId],
  );
  if (current === undefined)
    throw new UsageError(
      `report ${agencyId}-${reportId} is how an older version read its documents, and never counts`,
      'Decide on the revision that they are read as now.',
    );
}

/** Of COUNTS every revision of the key is cleared, so that none is left to go before others. */
const forget = (manager: EntityManager, report: KeptReport, standing: Standing): Promise<unknown> =>
  manager.query(
    `delete from document_standing as d
     using source_document as s, annual_report as r
     where d.sha256 = s.sha256 and d.standing = $5 and r.agency_id = $1 and r.year = $2 and r.scope = $3
       and s.agency_id = r.agency_id and s.report_id = r.id and ($5 = 'COUNTS' or r.id = $4)`,
    [report.agencyId, report.year, report.scope, report.reportId, standing],
  );

/**
 * Decides that a revision counts, or must not, whatever else is there; nothing is deleted. One transaction.
 * @param said null takes the decision back
 * @throws UsageError where there is no such report
 */
export const stand = (db: DataSource, reportId: string, standing: Standing, said: Said | null): Promise<Stood> =>
  db.transaction(async (manager) => {
    await makeDecisions(manager);
    const report = await reportOfId(manager, reportId);
    if (said === null) await forget(manager, report, standing);
    else await keep(manager, report, standing, said);
    await settleKeys(manager, [report]);
    const [active] = await manager.query<{ id: string }[]>(
      `select r.agency_id || '-' || r.id as id from annual_report as r
       where r.agency_id = $1 and r.year = $2 and r.scope = $3 and r.active`,
      [report.agencyId, report.year, report.scope],
    );
    return { ...report, active: active?.id ?? null };
  });
