import { DISCLOSURES, formsOfDisclosure } from '../../catalog/disclosures.js';
import { printedDispositions } from '../../catalog/dispositions.js';
import { FORMS } from '../../catalog/forms.js';
import { REVIEW_TRACK_CODES } from '../../catalog/reviews.js';
import { decimal } from './printed.js';
import type { Rule } from './Rule.js';

/** The figures that are compared: every cell of section two, the 总计 of every row of section three and four. */
const cells = [
  ...DISCLOSURES.flatMap((cell) =>
    formsOfDisclosure(cell).map((form) => ['DISCLOSURES', `${cell.item}/${cell.measure}`, form] as const),
  ),
  ...FORMS.flatMap((form) => printedDispositions(form).map((row) => ['APPLICATIONS', `${row}/TOTAL`, form] as const)),
  ...FORMS.flatMap((form) => REVIEW_TRACK_CODES.map((track) => ['REVIEWS', `${track}/TOTAL`, form] as const)),
].map(([section, cell, form]) => `('${section}', '${section}/${cell}', '${form}'::report_form)`);

/** The three tables of reports `r`, with their form and whether they are whole. */
const TABLES = `
  cross join lateral (values
    ('DISCLOSURES', r.disclosure_form, r.disclosures_whole),
    ('APPLICATIONS', r.application_form, r.applications_whole),
    ('REVIEWS', r.application_form, r.reviews_whole)) as t (section, form, whole)`;

/** The stored figures of reports `p` that are compared: `place`, `value`. */
const STORED = `
  cross join lateral (
    select 'DISCLOSURES' as section, 'DISCLOSURES/' || f.item || '/' || f.measure as place, f.value
    from proactive_disclosure as f where f.agency_id = p.agency_id and f.report_id = p.report_id
    union all
    select 'APPLICATIONS', 'APPLICATIONS/' || f.disposition || '/TOTAL', f.total
    from application_outcome as f where f.agency_id = p.agency_id and f.report_id = p.report_id
    union all
    select 'REVIEWS', 'REVIEWS/' || f.track || '/TOTAL', f.total
    from review_litigation as f where f.agency_id = p.agency_id and f.report_id = p.report_id) as f`;

const parts = `
  printed (section, place, form) as (values ${cells.join(', ')}),
  whole as materialized (select c.agency_id, c.report_id, c.division, c.year from concerned as c where c.counts),
  -- All divisions beneath one, itself too.
  beneath as materialized (
    select root.division, d.code, d.lineage, d.synthetic, d.valid_to
    from (select distinct w.division from whole as w) as root
    join division as d on root.division = any (d.lineage)),
  member as materialized (
    select w.division, w.year, b.code, b.lineage, a.id as agency_id, a.kind, a.first_year, a.last_year
    from whole as w
    join beneath as b on b.division = w.division
    join agency as a on a.division_code = b.code),
  -- The report of a child's own government stands for all beneath it.
  child as materialized (
    select distinct on (m.division, m.year, m.code)
      m.division, m.year, m.code, m.lineage, r.agency_id, r.id as report_id
    from member as m
    join annual_report as r on r.agency_id = m.agency_id and r.year = m.year and r.scope = 'CONSOLIDATED' and r.active
    where m.kind = 'GOVERNMENT' and m.code <> m.division
    order by m.division, m.year, m.code, r.agency_id),
  covered as materialized (
    select w.division, w.year, coalesce(array_agg(c.code) filter (where c.code is not null), '{}') as codes
    from whole as w
    left join child as c on c.division = w.division and c.year = w.year
    group by w.division, w.year),
  organ as materialized (
    select m.* from member as m
    join covered as c on c.division = m.division and c.year = m.year
    where m.kind <> 'VERTICAL' and not m.lineage && c.codes),
  part as materialized (
    select o.division, o.year, r.agency_id, r.id as report_id
    from organ as o
    join annual_report as r on r.agency_id = o.agency_id and r.year = o.year and r.scope = 'OWN' and r.active
    union all
    select c.division, c.year, c.agency_id, c.report_id
    from child as c
    join covered on covered.division = c.division and covered.year = c.year
    where not c.lineage[:cardinality(c.lineage) - 1] && covered.codes),
  -- A division or an agency without a report: parts are missing, and nobody knows of what size.
  incomplete as materialized (
    select o.division, o.year from organ as o
    where o.kind <> 'GOVERNMENT' and o.year between o.first_year and coalesce(o.last_year, o.year)
      and not exists (
        select from annual_report as r
        where r.agency_id = o.agency_id and r.year = o.year and r.scope = 'OWN' and r.active)
    union
    select c.division, c.year
    from covered as c
    join beneath as b on b.division = c.division and not b.synthetic and coalesce(b.valid_to >= c.year, true)
    where not b.lineage && c.codes and not exists (
      select from organ as o
      where o.division = c.division and o.year = c.year and o.code = b.code and o.kind <> 'GOVERNMENT'
        and o.year between o.first_year and coalesce(o.last_year, o.year))),
  part_table as materialized (
    select p.division, p.year, p.agency_id, p.report_id, t.section, t.form, t.whole
    from part as p
    join annual_report as r on r.agency_id = p.agency_id and r.id = p.report_id
    ${TABLES}),
  tables as (
    select t.division, t.year, t.section, t.form, count(*) as number from part_table as t
    where t.whole and t.form is not null group by 1, 2, 3, 4),
  number_of_parts as (select p.division, p.year, count(*) as number from part as p group by 1, 2),
  summed as (
    select
      p.division, p.year, f.place, sum(f.value) as value, count(f.value) as printed,
      -- Unstored cells of whole tables are printed zeros; these rows are stored.
      count(*) filter (where t.whole and c.place is not null) as stored_in_whole
    from part as p
    ${STORED}
    join part_table as t
      on t.division = p.division and t.year = p.year and t.agency_id = p.agency_id and t.report_id = p.report_id
      and t.section = f.section
    left join printed as c on c.place = f.place and c.form = t.form
    group by p.division, p.year, f.place),
  own_figure as (
    select p.agency_id, p.report_id, f.place, f.value from whole as p ${STORED}),
  compared as (
    select
      w.agency_id, w.report_id, w.division, w.year, c.place,
      case when o.place is null and t.whole then 0 else o.value end as actual,
      coalesce(s.value, 0) as expected,
      coalesce(s.printed, 0) - coalesce(s.stored_in_whole, 0) + coalesce((
        select sum(k.number) from tables as k
        join printed as q on q.section = k.section and q.form = k.form
        where k.division = w.division and k.year = w.year and q.place = c.place), 0) as printed_by
    from whole as w
    join annual_report as r on r.agency_id = w.agency_id and r.id = w.report_id
    ${TABLES}
    join printed as c on c.section = t.section and c.form = t.form
    left join own_figure as o on o.agency_id = w.agency_id and o.report_id = w.report_id and o.place = c.place
    left join summed as s on s.division = w.division and s.year = w.year and s.place = c.place
    where o.place is not null or s.value <> 0)`;

/**
 * A consolidated figure is below the sum of its parts, or unlike it where every part prints its own. 本年增/减 may be negative,
 * so that of some parts alone it says nothing.
 */
export const scopeSum: Rule & { readonly parts: string } = {
  code: 'SCOPE_SUM',
  parts,
  sql: `
    select f.agency_id, f.report_id, f.place, ${decimal('f.expected')} as expected, ${decimal('f.actual')} as actual
    from compared as f
    join number_of_parts as n on n.division = f.division and n.year = f.year
    where f.actual < f.expected and f.place not like '%/CHANGE' and f.printed_by > 0
      or f.actual <> f.expected and f.printed_by = n.number and not exists (
        select from incomplete as i where i.division = f.division and i.year = f.year)`,
};
