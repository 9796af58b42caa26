/**
 * The active report of each changed key, and of the year after, beside the active one of the year before: `pair`. `target`:
 * every revision of these keys, since a finding between reports stands with the active one alone.
 * Parameters: $1 agencies, $2 years, $3 scopes of the changed keys.
 */
export const PAIRS = `
  slot as (
    select distinct k.agency_id, k.year + later.years as year, k.scope
    from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)
    cross join (values (0), (1)) as later (years)),
  target as materialized (
    select r.agency_id, r.id as report_id
    from slot as k
    join annual_report as r on r.agency_id = k.agency_id and r.year = k.year and r.scope = k.scope),
  pair as materialized (
    select
      this.agency_id, this.id as this_id, last.id as last_id, this.year,
      this.applications_whole as this_applications_whole, last.applications_whole as last_applications_whole,
      this.disclosures_whole as this_disclosures_whole, last.disclosures_whole as last_disclosures_whole,
      this.disclosure_form as this_disclosure_form, last.disclosure_form as last_disclosure_form
    from slot as k
    join annual_report as this
      on this.agency_id = k.agency_id and this.year = k.year and this.scope = k.scope and this.active
    join annual_report as last
      on last.agency_id = k.agency_id and last.year = k.year - 1 and last.scope = k.scope and last.active)`;
