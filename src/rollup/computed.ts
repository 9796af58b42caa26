import { INDICATOR_FACTS } from './indicatorFacts.js';
import { PRINTED_SECTIONS } from './printedSections.js';
import { sectionFacts } from './sectionFacts.js';

/** Columns of a cell that say how many reports it is made of. */
export const COUNTS = [
  'reports',
  'counted',
  'disclosures_2019',
  'disclosures_2021',
  'applications_2019',
  'applications_2021',
] as const;

/**
 * Active reports of the cells. All but some consolidated ones are counted: a division's consolidated figures of a year
 * are those of its own government, the first one where several agencies go by that kind.
 */
const REPORT = `report as (
    select
      c.id as cell, r.agency_id, r.id as report_id, r.disclosure_form, r.application_form,
      r.disclosures_whole, r.applications_whole, r.reviews_whole,
      r.scope = 'OWN' or c.agency_kind = 'GOVERNMENT' and c.division_code <> ''
        and r.agency_id = min(r.agency_id) over (partition by c.id) as counts
    from cell as c
    join place as p on p.division_code = c.division_code and p.agency_kind = c.agency_kind
    join annual_report as r on r.agency_id = p.agency_id and r.year = c.year and r.scope = c.scope and r.active)`;

const NUMBER = `number as materialized (
    select
      r.cell, count(*)::integer as reports,
      (count(*) filter (where r.counts))::integer as counted,
      (count(*) filter (where r.counts and r.disclosure_form = 'FORM_2019'))::integer as disclosures_2019,
      (count(*) filter (where r.counts and r.disclosure_form = 'FORM_2021'))::integer as disclosures_2021,
      (count(*) filter (where r.counts and r.application_form = 'FORM_2019'))::integer as applications_2019,
      (count(*) filter (where r.counts and r.application_form = 'FORM_2021'))::integer as applications_2021
    from report as r
    group by r.cell)`;

const FACT_SQL = [...PRINTED_SECTIONS.map(sectionFacts), INDICATOR_FACTS];

/**
 * Common table expressions that recompute cells from the reports' rows, over `cell` (id, division_code, agency_kind,
 * year, scope) and `place` (agency_id, division_code, agency_kind). They end in `computed`: a row for each `cell`. What is
 * grouped is materialized, for the planner knows little of the number of its rows and must never do it once a row.
 */
export const COMPUTED = [
  REPORT,
  NUMBER,
  'counted as (select r.* from report as r where r.counts)',
  // Few, and looked at many times.
  `incomplete as (
    select u.* from counted as u where not (u.disclosures_whole and u.applications_whole and u.reviews_whole))`,
  ...FACT_SQL.flatMap(({ steps }) => steps),
  `fact as (${FACT_SQL.flatMap(({ facts }) => facts).join('\n    union all')})`,
  `packed as materialized (
    select f.cell, array_agg(f.fact order by f.fact) as facts, array_agg(trim_scale(f.amount) order by f.fact) as amounts
    from fact as f
    group by f.cell)`,
  `computed as materialized (
    select
      c.division_code, c.agency_kind, c.year, c.scope,
      ${COUNTS.map((count) => `coalesce(n.${count}, 0) as ${count}`).join(', ')},
      coalesce(p.facts, '{}') as facts, coalesce(p.amounts, '{}') as amounts
    from cell as c
    left join number as n on n.cell = c.id
    left join packed as p on p.cell = c.id)`,
].join(',\n  ');
