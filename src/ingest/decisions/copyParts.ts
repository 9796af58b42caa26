import type { EntityManager } from 'typeorm';
import { ApplicationOutcome } from '../../entities/ApplicationOutcome.js';
import { Finding } from '../../entities/Finding.js';
import { ProactiveDisclosure } from '../../entities/ProactiveDisclosure.js';
import { ReportContent } from '../../entities/ReportContent.js';
import { ReviewLitigation } from '../../entities/ReviewLitigation.js';
import { SourceDocument } from '../../entities/SourceDocument.js';
import { copyRows } from './copyRows.js';

const PARTS = [ReportContent, SourceDocument, ProactiveDisclosure, ApplicationOutcome, ReviewLitigation, Finding];

/** Copies all rows of a report to one of the same id of another agency. */
export async function copyParts(
  manager: EntityManager,
  from: { readonly agencyId: number; readonly reportId: number },
  agencyId: number,
): Promise<void> {
  const changes = { agency_id: '$3::bigint' };
  const where = 's.agency_id = $1 and s.report_id = $2';
  const parameters = [from.agencyId, from.reportId, agencyId];
  for (const part of PARTS) await copyRows(manager, part, { changes, where, parameters });
  await manager.query(
    `insert into sketch_band (agency_id, report_id, band, year, sort_key)
     select $3::bigint, s.report_id, s.band, s.year, s.sort_key from sketch_band as s where ${where}`,
    parameters,
  );
}
