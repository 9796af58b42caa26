import type { EntityManager } from 'typeorm';
import type { FoundIn } from './replaceFindings.js';

/** A report beside one that its narrative may be taken from. */
export interface TextPair extends FoundIn {
  /** Last year's of the same agency and scope, or another agency's of the same year. */
  readonly of: 'LAST' | 'OTHER';
  readonly sketch: Buffer;
  readonly otherSketch: Buffer;
  /** Agency and year of the other one. */
  readonly other: string;
  readonly sortKey: string;
}

/**
 * Of other agencies' the first of each band is looked at (by the sha256 of its document), so that the cost of a text that a
 * thousand agencies share stays that of a few.
 */
const SQL = `
  with target as materialized (
    select r.agency_id, r.id as report_id, r.year, r.scope, c.sketch
    from unnest($1::bigint[], $2::bigint[]) as t (agency_id, report_id)
    join annual_report as r on r.agency_id = t.agency_id and r.id = t.report_id and r.active
    join report_content as c on c.agency_id = r.agency_id and c.report_id = r.id and c.sketch is not null),
  pair as materialized (
    select t.*, 'LAST' as of, last.agency_id as other_agency, last.id as other_report, '' as sort_key
    from target as t
    join annual_report as last
      on last.agency_id = t.agency_id and last.year = t.year - 1 and last.scope = t.scope and last.active
    union all
    select distinct on (t.agency_id, t.report_id, first.agency_id, first.report_id)
      t.*, 'OTHER', first.agency_id, first.report_id, first.sort_key
    from target as t
    join sketch_band as own on own.agency_id = t.agency_id and own.report_id = t.report_id
    cross join lateral (
      select b.agency_id, b.report_id, b.sort_key from sketch_band as b
      where b.year = own.year and b.band = own.band and b.agency_id <> t.agency_id
      order by b.year, b.band, b.sort_key
      limit 1) as first)
  select p.agency_id as "agencyId", p.report_id as "reportId", p.of, p.sketch, c.sketch as "otherSketch",
    a.name || ' ' || case p.of when 'LAST' then p.year - 1 else p.year end as other, p.sort_key as "sortKey"
  from pair as p
  join report_content as c on c.agency_id = p.other_agency and c.report_id = p.other_report and c.sketch is not null
  join agency as a on a.id = p.other_agency`;

/** What the narratives of active reports are to be compared with. */
export const textPairs = (manager: EntityManager, reports: readonly FoundIn[]): Promise<TextPair[]> =>
  manager.query<TextPair[]>(SQL, [reports.map(({ agencyId }) => agencyId), reports.map(({ reportId }) => reportId)]);
