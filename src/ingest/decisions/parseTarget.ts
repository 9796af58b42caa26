import { UsageError } from '../../errors.js';
import { parseAgencyId, parseReportId, type ReportId } from '../../ids.js';

/** What a decision is about. */
export type Target =
  | { readonly of: 'agency'; readonly agencyId: number }
  | ({ readonly of: 'report' } & ReportId)
  | { readonly of: 'document'; readonly sha256: string };

const SHA256 = /^[0-9a-f]{64}$/iu;

/** @throws UsageError where the text is neither id nor sha256 */
export function parseTarget(text: string): Target {
  const report = parseReportId(text);
  if (report !== null) return { of: 'report', ...report };
  if (SHA256.test(text)) return { of: 'document', sha256: text.toLowerCase() };
  const agencyId = parseAgencyId(text);
  if (agencyId !== null) return { of: 'agency', agencyId };
  throw new UsageError(
    `expected the id of an agency (12), of a report (12-345) or the sha256 of a document, found "${text}"`,
  );
}
