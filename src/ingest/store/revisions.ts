import type { EntityManager } from 'typeorm';
import type { ReportId } from '../../ids.js';
import { unnested } from './insertRows.js';
import type { ReportKey } from './Revision.js';

const LAST = 's.retrieved_at desc, s.sha256 desc';
/**
 * Of revisions the latest published, then the latest retrieved, then by sha256: the order of ingest never matters. What a newer
 * reader reads otherwise comes last.
 */
const LATEST = `s.superseded, s.published_on desc nulls last, ${LAST}`;
/** Of documents that say the same the first published: a copy that somebody posts later makes no report late. */
const FIRST = `s.superseded, s.published_on asc nulls last, ${LAST}`;

const REPORT = { agency_id: 'bigint', report_id: 'bigint' };
const SOURCE = { ...REPORT, sha256: 'text' };

/**
 * Marks the document that each revision is read from among those that say the same.
 * @returns its sha256 by `agencyId reportId`
 */
export async function preferBest(manager: EntityManager, reports: readonly ReportId[]): Promise<Map<string, string>> {
  const { clause, parameters } = unnested(
    REPORT,
    reports.map(({ agencyId, reportId }) => [agencyId, reportId]),
  );
  const best = await manager.query<(ReportId & { sha256: string; preferred: boolean })[]>(
    `select distinct on (s.agency_id, s.report_id)
       s.agency_id as "agencyId", s.report_id as "reportId", s.sha256, s.preferred
     from (select distinct * from ${clause}) as t
     join source_document as s on s.agency_id = t.agency_id and s.report_id = t.report_id
     order by s.agency_id, s.report_id, ${FIRST}`,
    parameters,
  );
  const changed = best.filter(({ preferred }) => !preferred);
  if (changed.length > 0) {
    const rows = unnested(
      SOURCE,
      changed.map(({ agencyId, reportId, sha256 }) => [agencyId, reportId, sha256]),
    );
    const where = 's.agency_id = t.agency_id and s.report_id = t.report_id';
    // Two statements: the unique index over preferred documents is checked row by row.
    await manager.query(
      `update source_document as s set preferred = false from ${rows.clause} where ${where} and s.preferred`,
      rows.parameters,
    );
    await manager.query(
      `update source_document as s set preferred = true from ${rows.clause} where ${where} and s.sha256 = t.sha256`,
      rows.parameters,
    );
  }
  return new Map(best.map(({ agencyId, reportId, sha256 }) => [`${agencyId} ${reportId}`, sha256]));
}

/** What was decided of revision `r`, by the latest word on a document that it is read from. */
const STANDING = `left join lateral (
       select d.standing, d.decided_at
       from source_document as x
       join document_standing as d on d.sha256 = x.sha256
       where x.agency_id = r.agency_id and x.report_id = r.id and not x.superseded
       order by d.decided_at desc, d.standing
       limit 1) as said on true`;

/**
 * Activates of each key the revision that somebody decided on, else one that did not come with the program, then the one
 * with the most whole tables, then by its latest document; never one that was withdrawn.
 * @returns the keys of revisions that became active or no longer are
 */
export async function activateBest(manager: EntityManager, keys: readonly ReportKey[]): Promise<ReportKey[]> {
  const { clause, parameters } = unnested(
    { agency_id: 'bigint', year: 'integer', scope: 'report_scope' },
    keys.map(({ agencyId, year, scope }) => [agencyId, year, scope]),
  );
  const wrong = await manager.query<(ReportId & ReportKey & { isBest: boolean })[]>(
    `select * from (
       select r.agency_id as "agencyId", r.id as "reportId", r.year, r.scope, r.active,
         may.count and row_number() over (
           partition by r.agency_id, r.year, r.scope
           order by may.count desc, said.standing nulls last, said.decided_at desc, r.sample, s.superseded,
             r.disclosures_whole::int + r.applications_whole::int + r.reviews_whole::int desc, ${LATEST}) = 1 as "isBest"
       from (select distinct * from ${clause}) as t
       join annual_report as r on r.agency_id = t.agency_id and r.year = t.year and r.scope = t.scope
       left join lateral (
         select s.sha256, s.superseded, s.published_on, s.retrieved_at from source_document as s
         where s.agency_id = r.agency_id and s.report_id = r.id
         order by ${LATEST} limit 1) as s on true
       ${STANDING}
       cross join lateral (select s.sha256 is not null and said.standing is distinct from 'WITHDRAWN' as count) as may) as r
     where r.active <> r."isBest"`,
    parameters,
  );
  // First those that no longer count: the unique index over active revisions is checked row by row.
  for (const isBest of [false, true]) {
    const rows = wrong.filter((one) => one.isBest === isBest);
    if (rows.length === 0) continue;
    const these = unnested(
      REPORT,
      rows.map(({ agencyId, reportId }) => [agencyId, reportId]),
    );
    await manager.query(
      `update annual_report as r set active = ${isBest} from ${these.clause}
       where r.agency_id = t.agency_id and r.id = t.report_id`,
      these.parameters,
    );
  }
  return wrong;
}
