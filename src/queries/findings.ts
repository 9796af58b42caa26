import type { DataSource } from 'typeorm';
import type { Severity, Verdict } from '../catalog/findings.js';
import { plannedOnce } from '../database/plannedOnce.js';
import type { ReportId } from '../ids.js';
import { divisionsBelowAny } from './divisionsBelow.js';
import { idArrays, KEYS } from './idArrays.js';

/** A finding as stored; its report is null only for one between reports. */
export interface FindingRow extends ReportId {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly place: string | null;
  readonly raw: string | null;
  readonly expected: string | null;
  readonly actual: string | null;
  /** null, and all that belongs to it, where nobody has given one. */
  readonly verdict: Verdict | null;
  readonly verdictNote: string | null;
  readonly verdictBy: string | null;
  readonly verdictAt: Date | null;
}

const COLUMNS = `f.agency_id || '-' || f.id as id, f.agency_id as "agencyId", f.report_id as "reportId", f.code,
  f.severity, f.place, f.raw, f.expected, f.actual, f.verdict, f.verdict_note as "verdictNote",
  f.verdict_by as "verdictBy", f.verdict_at as "verdictAt"`;

/** The findings of each report, in the order they were found. */
export const findingsOf = (db: DataSource, ids: readonly ReportId[]): Promise<FindingRow[]> =>
  db.query<FindingRow[]>(
    plannedOnce(`select ${COLUMNS}
     from ${KEYS}
     join finding as f on f.agency_id = key.agency_id and f.report_id = key.report_id
     order by f.id`),
    idArrays(ids),
  );

/** null = no restriction. */
export interface FindingsWanted {
  readonly codes: readonly string[] | null;
  readonly severities: readonly Severity[] | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly within: readonly string[] | null;
  readonly verdicts: readonly Verdict[] | null;
  readonly dismissed: boolean | null;
}

const WHERE = `from finding as f
  where not exists (
      select from annual_report as r where r.agency_id = f.agency_id and r.id = f.report_id and not r.active)
    and ($1::text[] is null or f.code = any ($1))
    and ($2::severity[] is null or f.severity = any ($2::severity[]))
    and ($3::integer is null or f.year >= $3) and ($4::integer is null or f.year <= $4)
    and ($5::text[] is null or f.agency_id in (
      select a.id from agency as a where a.division_code = any (${divisionsBelowAny('$5::text[]')})))
    and ($6::finding_verdict[] is null or f.verdict = any ($6::finding_verdict[]))
    and ($7::boolean is null or (f.verdict is not distinct from 'DISMISSED') = $7)`;

const parameters = ({ codes, severities, from, to, within, verdicts, dismissed }: FindingsWanted): unknown[] => [
  codes,
  severities,
  from,
  to,
  within,
  verdicts,
  dismissed,
];

/** A page of findings of active reports, by agency and number; `after` is the key of the last one before it. */
export const findingPage = (
  db: DataSource,
  wanted: FindingsWanted,
  limit: number,
  after: readonly [agencyId: number, id: number] | null,
): Promise<FindingRow[]> =>
  db.query<FindingRow[]>(
    `select ${COLUMNS} ${WHERE}
       and ($8::bigint is null or (f.agency_id, f.id) > ($8, $9::bigint))
     order by f.agency_id, f.id limit $10`,
    [...parameters(wanted), after?.[0] ?? null, after?.[1] ?? null, limit],
  );

/** How many findings of active reports there are. */
export async function countFindings(db: DataSource, wanted: FindingsWanted): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(`select count(*) as count ${WHERE}`, parameters(wanted));
  return row?.count ?? 0;
}
