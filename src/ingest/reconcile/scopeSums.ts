import type { EntityManager } from 'typeorm';
import { childrenOf } from '../../catalog/dispositions.js';
import type { FoundIn } from './replaceFindings.js';

/** The stored figures of some reports at one place, added up. */
export interface PlaceSum {
  /** Which of the groups asked. */
  readonly group: number;
  readonly place: string;
  /** Exact; null where none has a value. */
  readonly value: string | null;
  /** How many have one. */
  readonly printed: number;
  /** How many rows there are in whole tables. */
  readonly storedInWhole: number;
}

/** What the form of 2021 prints of 其他处理, which in that of 2019 is one row. */
const OTHER_ROWS = childrenOf('OTHER_HANDLING');

/**
 * Every cell of section two, the 总计 of every row of section three and four: what is compared with parts. 其他处理 is there
 * for either form: by the three rows of the form of 2021 where none of them is blank.
 */
const SQL = `
  with report as materialized (
    select k.position, r.agency_id, r.id, r.disclosures_whole, r.applications_whole, r.reviews_whole
    from unnest($1::integer[], $2::bigint[], $3::bigint[]) as k (position, agency_id, report_id)
    join annual_report as r on r.agency_id = k.agency_id and r.id = k.report_id),
  outcome as (
    select r.position, r.agency_id, r.id, r.applications_whole as whole, f.disposition::text as disposition, f.total
    from report as r
    join application_outcome as f on f.agency_id = r.agency_id and f.report_id = r.id),
  other as (
    select o.position, o.agency_id, o.id, o.whole, 'OTHER_HANDLING',
      case when count(o.total) = count(*) and (o.whole or count(*) = ${OTHER_ROWS.length}) then sum(o.total) end
    from outcome as o
    where o.disposition = any ('{${OTHER_ROWS.join(',')}}')
    group by o.position, o.agency_id, o.id, o.whole)
  select r.position as "group", 'DISCLOSURES/' || f.item || '/' || f.measure as place, sum(f.value)::text as value,
    count(f.value) as printed, count(*) filter (where r.disclosures_whole) as "storedInWhole"
  from report as r
  join proactive_disclosure as f on f.agency_id = r.agency_id and f.report_id = r.id
  group by r.position, f.item, f.measure
  union all
  select o.position, 'APPLICATIONS/' || o.disposition || '/TOTAL', sum(o.total)::text,
    count(o.total), count(*) filter (where o.whole)
  from (select * from outcome union all select * from other) as o
  group by o.position, o.disposition
  union all
  select r.position, 'REVIEWS/' || f.track || '/TOTAL', sum(f.total)::text,
    count(f.total), count(*) filter (where r.reviews_whole)
  from report as r
  join review_litigation as f on f.agency_id = r.agency_id and f.report_id = r.id
  group by r.position, f.track`;

/** The sums of groups of reports, place by place; a place where none has a row is left out. */
export function scopeSums(manager: EntityManager, groups: readonly (readonly FoundIn[])[]): Promise<PlaceSum[]> {
  const members = groups.flatMap((reports, group) => reports.map((report) => ({ group, ...report })));
  return manager.query<PlaceSum[]>(SQL, [
    members.map(({ group }) => group),
    members.map(({ agencyId }) => agencyId),
    members.map(({ reportId }) => reportId),
  ]);
}
