import type { Context } from '../context.js';
import { parseAgencyId, parseReportId } from '../ids.js';
import type { AgencyRow } from '../queries/agencies.js';
import type { ReportRow } from '../queries/reportColumns.js';

/** The agency of an id as a client gives it; null where there is none. */
export async function findAgency({ loaders }: Context, id: string): Promise<AgencyRow | null> {
  const number = parseAgencyId(id);
  return number === null ? null : loaders.agency.load(number);
}

/** The report of an id as a client gives it; null where there is none. */
export const findReport = async ({ loaders }: Context, id: string): Promise<ReportRow | null> =>
  parseReportId(id) ? loaders.report.load(id) : null;
