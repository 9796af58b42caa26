import type { EntityManager } from 'typeorm';
import type { FoundIn } from './replaceFindings.js';

/**
 * A verdict holds for a finding where somebody gave it on one of equal code, place and operands, of a report that has a
 * document in common with any revision of this one's agency, year and scope. The latest one counts.
 */
const SQL = `
  with target as (
    select sibling.agency_id, sibling.id as report_id, array_agg(distinct s.sha256) as documents
    from unnest($1::bigint[], $2::bigint[]) as k (agency_id, report_id)
    join annual_report as r on r.agency_id = k.agency_id and r.id = k.report_id
    join annual_report as sibling on sibling.agency_id = r.agency_id and sibling.year = r.year and sibling.scope = r.scope
    join annual_report as revision on revision.agency_id = r.agency_id and revision.year = r.year and revision.scope = r.scope
    join source_document as s on s.agency_id = revision.agency_id and s.report_id = revision.id
    group by sibling.agency_id, sibling.id),
  reviewed as (
    select f.agency_id, f.id, review.*
    from target as t
    join finding as f on f.agency_id = t.agency_id and f.report_id = t.report_id
    left join lateral (
      select v.verdict, v.note, v.decided_by, v.decided_at
      from finding_review as v
      where v.sha256 = any (t.documents) and v.code = f.code
        and v.place is not distinct from f.place and v.raw is not distinct from f.raw
        and v.expected is not distinct from f.expected and v.actual is not distinct from f.actual
      order by v.decided_at desc, v.verdict, v.sha256
      limit 1) as review on true)
  update finding as f
  set verdict = v.verdict, verdict_note = v.note, verdict_by = v.decided_by, verdict_at = v.decided_at
  from reviewed as v
  where f.agency_id = v.agency_id and f.id = v.id
    and (f.verdict, f.verdict_note, f.verdict_by, f.verdict_at)
      is distinct from (v.verdict, v.note, v.decided_by, v.decided_at)`;

/**
 * Gives the findings of these reports, in all their revisions, the verdicts that people gave.
 * @param always look even where nobody has given one: the last may have been taken back
 */
export async function applyVerdicts(
  manager: EntityManager,
  reports: readonly FoundIn[],
  { always = false }: { readonly always?: boolean } = {},
): Promise<void> {
  if (reports.length === 0) return;
  const [any] = await manager.query<unknown[]>('select from finding_review limit 1');
  if (any === undefined && !always) return;
  await manager.query(SQL, [reports.map(({ agencyId }) => agencyId), reports.map(({ reportId }) => reportId)]);
}
