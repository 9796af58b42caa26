import type { EntityManager } from 'typeorm';
import type { Form, Section } from '../../catalog/forms.js';
import type { FoundIn } from './replaceFindings.js';

/** Which tables a report has. */
export interface Tables {
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly whole: Readonly<Record<Section, boolean>>;
}

/** The consolidated report of a division's own government, beside what it is the sum of. */
export interface Whole extends FoundIn, Tables {
  /** An agency or a division beneath has no report: parts are missing, and nobody knows of what size. */
  readonly incomplete: boolean;
  readonly parts: readonly (FoundIn & Tables)[];
}

/** Section four is printed alike in both forms: that of section three is named for it, or where there is none that of section two. */
const tablesOf = (r: string): string => `
  'forms', json_build_object(
    'DISCLOSURES', ${r}.disclosure_form, 'APPLICATIONS', ${r}.application_form,
    'REVIEWS', coalesce(${r}.application_form, ${r}.disclosure_form)),
  'whole', json_build_object(
    'DISCLOSURES', ${r}.disclosures_whole, 'APPLICATIONS', ${r}.applications_whole, 'REVIEWS', ${r}.reviews_whole)`;

const SQL = `
  with whole as materialized (
    select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::integer[])
      as w (agency_id, report_id, division, year)),
  -- All divisions beneath one, itself too.
  beneath as materialized (
    select root.division, d.code, d.lineage, d.synthetic, d.valid_to
    from division as d
    cross join lateral unnest(d.lineage) as line (code)
    join (select distinct w.division from whole as w) as root on root.division = line.code),
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
    select m.*, r.id as report_id
    from member as m
    join covered as c on c.division = m.division and c.year = m.year
    left join annual_report as r on r.agency_id = m.agency_id and r.year = m.year and r.scope = 'OWN' and r.active
    where m.kind <> 'VERTICAL' and not m.lineage && c.codes),
  part as materialized (
    select o.division, o.year, o.agency_id, o.report_id from organ as o where o.report_id is not null
    union all
    select c.division, c.year, c.agency_id, c.report_id
    from child as c
    join covered on covered.division = c.division and covered.year = c.year
    where not c.lineage[:cardinality(c.lineage) - 1] && covered.codes),
  expected as materialized (
    select o.* from organ as o
    where o.kind <> 'GOVERNMENT' and o.year between o.first_year and coalesce(o.last_year, o.year)),
  incomplete as materialized (
    select e.division, e.year from expected as e where e.report_id is null
    union
    select c.division, c.year
    from covered as c
    join beneath as b on b.division = c.division and not b.synthetic and coalesce(b.valid_to >= c.year, true)
    left join (select distinct e.division, e.year, e.code from expected as e) as e
      on e.division = c.division and e.year = c.year and e.code = b.code
    where e.code is null and not b.lineage && c.codes),
  listed as materialized (
    select p.division, p.year,
      json_agg(json_build_object('agencyId', p.agency_id, 'reportId', p.report_id, ${tablesOf('r')})) as parts
    from part as p
    join annual_report as r on r.agency_id = p.agency_id and r.id = p.report_id
    group by p.division, p.year)
  select json_build_object(
    'agencyId', w.agency_id, 'reportId', w.report_id, ${tablesOf('r')},
    'incomplete', i.division is not null, 'parts', l.parts) as whole
  from whole as w
  join annual_report as r on r.agency_id = w.agency_id and r.id = w.report_id
  join listed as l on l.division = w.division and l.year = w.year
  left join incomplete as i on i.division = w.division and i.year = w.year`;

/**
 * The parts of divisions: the OWN reports of their agencies but VERTICAL ones, and each child's consolidated report or else that
 * child's parts. A division without any part is left out.
 */
export async function scopeParts(
  manager: EntityManager,
  wholes: readonly (FoundIn & { readonly division: string | null; readonly year: number })[],
): Promise<Whole[]> {
  const rows = await manager.query<{ whole: Whole }[]>(SQL, [
    wholes.map(({ agencyId }) => agencyId),
    wholes.map(({ reportId }) => reportId),
    wholes.map(({ division }) => division),
    wholes.map(({ year }) => year),
  ]);
  return rows.map(({ whole }) => whole);
}
