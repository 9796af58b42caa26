import type { Severity } from '../catalog/findings.js';
import { checkList } from '../arguments/checkArguments.js';
import type { Context } from '../context.js';
import type { FindingRow } from '../queries/findings.js';
import type { ContentRow } from '../queries/reportRows.js';
import type { SourceRow } from '../queries/sources.js';

/** The document that the figures of a report were read from: the first of its sources. */
export async function loadSource({ loaders }: Context, reportId: string): Promise<SourceRow | null> {
  return (await loaders.sources.load(reportId))[0] ?? null;
}

/** The narrative of a report. */
export async function loadSections({ loaders }: Context, reportId: string): Promise<ContentRow['narrative']> {
  return (await loaders.contents.load(reportId))[0]?.narrative ?? [];
}

/** The findings of a report, of these severities or all. */
export async function loadFindings(
  { loaders }: Context,
  reportId: string,
  severities: readonly Severity[] | null | undefined,
): Promise<readonly FindingRow[]> {
  checkList('severities', severities);
  const findings = await loaders.findings.load(reportId);
  return severities ? findings.filter(({ severity }) => severities.includes(severity)) : findings;
}
