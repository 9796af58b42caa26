import type { Rule } from './Rule.js';

/** The share from which on a narrative is another's: nine in ten of what either says, the other says in the same words. */
export const LEAST_SHARE = 0.9;

const share = (one: string, other: string): string => `(
      select count(*) filter (where m.one = m.other)::numeric / count(*)
      from unnest(${one}.minima, ${other}.minima) as m (one, other))`;

/**
 * The narrative is that of last year's report of the same agency and scope, or of another agency's of the same year. Of the latter
 * the first of each band is looked at (by the sha256 of its document), so that the cost of a text that a thousand agencies share
 * stays that of a few, and the most alike one is named.
 */
export const textReused: Rule = {
  code: 'TEXT_REUSED',
  sql: `
    select t.agency_id, t.report_id, null::text as place, a.name || ' ' || best.year as expected,
      trim_scale(round(best.share, 2))::text as actual
    from target as t
    join annual_report as r on r.agency_id = t.agency_id and r.id = t.report_id and r.active
    join report_sketch as mine on mine.agency_id = t.agency_id and mine.report_id = t.report_id
    cross join lateral (
      select last.agency_id, last.year, ${share('mine', 'sketch')} as share
      from annual_report as last
      join report_sketch as sketch on sketch.agency_id = last.agency_id and sketch.report_id = last.id
      where last.agency_id = r.agency_id and last.year = r.year - 1 and last.scope = r.scope and last.active
      union all
      (select other.agency_id, other.year, ${share('mine', 'other')} as share
       from (
         select distinct first.agency_id, first.report_id
         from unnest(mine.bands) as own (band)
         cross join lateral (
           select b.agency_id, b.report_id from sketch_band as b
           where b.year = r.year and b.band = own.band and b.agency_id <> r.agency_id
           order by b.sort_key
           limit 1) as first) as candidate
       join report_sketch as other on other.agency_id = candidate.agency_id and other.report_id = candidate.report_id
       order by share desc, other.sort_key
       limit 1)) as best
    join agency as a on a.id = best.agency_id
    where best.share >= ${LEAST_SHARE}`,
};
