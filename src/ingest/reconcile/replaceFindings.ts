/** A report by its key in the database. */
export interface FoundIn {
  readonly agencyId: number;
  readonly reportId: number;
}

const same = `n.agency_id = f.agency_id and n.report_id = f.report_id and n.code = f.code
  and n.place is not distinct from f.place and n.expected is not distinct from f.expected
  and n.actual is not distinct from f.actual`;

/**
 * The end of a statement that makes the findings between reports of `target` (agency_id, report_id) and of these codes what
 * `found` says: what is the same keeps its id. It returns the reports (`FoundIn`) that have a new one.
 */
export const replaceFindings = (codes: string): string => `
  gone as (
    delete from finding as f using target as t
    where f.agency_id = t.agency_id and f.report_id = t.report_id and f.origin = 'BETWEEN'
      and f.code = any ('${codes}'::text[]) and not exists (select from found as n where ${same})),
  fresh as (
    insert into finding (agency_id, report_id, year, origin, code, severity, place, expected, actual)
    select n.agency_id, n.report_id, r.year, 'BETWEEN', n.code, n.severity, n.place, n.expected, n.actual
    from found as n
    join annual_report as r on r.agency_id = n.agency_id and r.id = n.report_id
    where not exists (select from finding as f where f.origin = 'BETWEEN' and ${same})
    order by n.agency_id, n.report_id, n.code, n.place
    returning agency_id, report_id)
  select distinct fresh.agency_id as "agencyId", fresh.report_id as "reportId" from fresh`;
