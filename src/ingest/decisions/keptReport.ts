import type { EntityManager } from 'typeorm';
import { UsageError } from '../../errors.js';
import { parseReportId, type ReportId, reportIdOf } from '../../ids.js';
import type { ReportKey } from '../store/Revision.js';

/** A stored report by its id and its key. */
export type KeptReport = ReportId & ReportKey;

const COLUMNS = `r.agency_id as "agencyId", r.id as "reportId", r.year, r.scope`;

/** @throws UsageError where there is none of that id */
export async function keptReport(manager: EntityManager, id: ReportId): Promise<KeptReport> {
  const [row] = await manager.query<KeptReport[]>(
    `select ${COLUMNS} from annual_report as r where r.agency_id = $1 and r.id = $2`,
    [id.agencyId, id.reportId],
  );
  if (row === undefined)
    throw new UsageError(`no report has the id ${reportIdOf(id)}`, 'The field reports(filter: …) lists them.');
  return row;
}

/** @throws UsageError where the text is no id of a report, or of none that is there */
export async function reportOfId(manager: EntityManager, id: string): Promise<KeptReport> {
  const parsed = parseReportId(id);
  if (parsed === null) throw new UsageError(`expected the id of a report (12-345), found "${id}"`);
  return keptReport(manager, parsed);
}

/** The report that a document is a source of. @throws UsageError where it is not stored */
export async function reportOfDocument(manager: EntityManager, sha256: string): Promise<KeptReport> {
  const [row] = await manager.query<KeptReport[]>(
    `select ${COLUMNS} from source_document as s
     join annual_report as r on r.agency_id = s.agency_id and r.id = s.report_id
     where s.sha256 = $1 and not s.superseded`,
    [sha256],
  );
  if (row === undefined) throw new UsageError(`no stored document has the sha256 ${sha256}`, 'Ingest it first.');
  return row;
}
