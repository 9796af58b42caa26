import type { EntityManager } from 'typeorm';
import { ApplicationOutcome } from '../../entities/ApplicationOutcome.js';
import { Finding } from '../../entities/Finding.js';
import { ProactiveDisclosure } from '../../entities/ProactiveDisclosure.js';
import { ReportContent } from '../../entities/ReportContent.js';
import { ReviewLitigation } from '../../entities/ReviewLitigation.js';
import { SourceDocument } from '../../entities/SourceDocument.js';
import type { ReportId } from '../../ids.js';
import { copyUnderKey } from './copyUnderKey.js';

const PARTS = [ReportContent, SourceDocument, ProactiveDisclosure, ApplicationOutcome, ReviewLitigation, Finding];

/** Copies all rows of a report to one of the same id of another agency, but bands of its sketch: `reconcileTexts` makes them. */
export async function copyParts(manager: EntityManager, from: ReportId, agencyId: number): Promise<void> {
  const changes = { agency_id: '$3::bigint' };
  const where = 's.agency_id = $1 and s.report_id = $2';
  const parameters = [from.agencyId, from.reportId, agencyId];
  for (const part of PARTS) await copyUnderKey(manager, part, { changes, where, parameters });
}
