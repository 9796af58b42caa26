import type { EntityManager } from 'typeorm';
import { isInGroup } from './agencyGroups.js';
import { ASKED, type Figures, type GroupsAsked, type StoredTotals } from './groupRows.js';
import { pageParameters } from './page.js';
import { agencies, agencyFilter, plainColumns, populationParameters, reports, ROOTS } from './population.js';
import type { Selection } from './selection.js';
import { listed, type Order, sortKey } from './sortKey.js';

/** The years in which a group may be; one null where years are not grouped by. */
const yearsOf = ({ groupBy }: Selection): string =>
  groupBy.includes('YEAR')
    ? `select y.year from generate_series(
        greatest($4::integer, (select min(least(t.first_year, t.years[1])) from total_agency as t)),
        least($5::integer, greatest($6::integer, (select max(r.year) from annual_report as r)))) as y (year)`
    : 'select null::integer as year';

const AGENCIES = 'agency as a join total_agency as t on t.agency_id = a.id';

/**
 * Those of a root, once for all years and before any order: in order of numbers, the few of a county might be found after
 * all others of the nation.
 */
const AGENCIES_OF_ROOT = `(
          select a.*
          from division as d
          join agency as a on a.division_code = d.code
          where d.lineage @> array[root.code]
          offset 0) as a
        cross join lateral (select t.* from total_agency as t where t.agency_id = a.id offset 0) as t
        cross join years as y`;

/**
 * The first agencies of each root in natural order, so many that each might have a single group, by what is kept of each
 * agency. $7 one more than the page holds, since $8, the cursor, may be of the first one's last group.
 */
function inNaturalOrder(selection: Selection): string {
  const { key, after } = listed(sortKey(selection, 'NATURAL').slice(0, -1), '$8::jsonb');
  const ofAgencies = (from: string): string => `
      select p.*
      from (
        select ${plainColumns(selection, 'y.year')}
        from ${from}
        left join division as d on d.code = a.division_code
        where ${agencyFilter(selection)}
          and ${isInGroup(selection.groupBy.includes('YEAR') ? 'y.year' : null)}) as p
      where $8::jsonb is null or (${key}) >= (${after})
      order by ${key} limit $7`;
  const inYears = `
      select p.*
      from years as y
      cross join lateral (${ofAgencies(AGENCIES)}) as p
      order by ${key} limit $7`;
  return `
  with years as (${yearsOf(selection)})
  select distinct p.agency_id as "agencyId"
  from ${ROOTS}
  cross join lateral (${selection.roots.of === 'DIVISION' ? ofAgencies(AGENCIES_OF_ROOT) : inYears}) as p`;
}

/**
 * Those with the largest totals of all, by the rows that are stored, which are few: what is not stored is zero or nothing.
 * They are the page where they fill it. PostgreSQL wants to see every parameter.
 */
function byLargestTotal(selection: Selection, { sql, from, value }: StoredTotals): string {
  const { key, after } = listed(sortKey(selection, 'TOTAL_DESC'), '$9::jsonb');
  return `
  with ${ASKED}, ${sql},
  unused as (select $6::integer),
  found as (
    select ${plainColumns(selection, 'u.year')}, m.asked, sum(${value}) as total
    from ${agencies(selection)}
    join (select r.*, r.agency_id as own_agency, r.id as report_id from annual_report as r) as u on u.own_agency = a.id
    ${from}
    where u.active and u.scope = '${selection.scope}'
      and ($4::integer is null or u.year >= $4) and ($5::integer is null or u.year <= $5)
      and ${agencyFilter(selection)}
    group by 1, 2, 3, 4, 5, m.asked)
  select p.agency_id as "agencyId"
  from found as p
  join asked on asked.code = p.asked
  cross join lateral (select p.total) as t
  where p.total > 0 and ($9::jsonb is null or (${key}) > (${after}))
  order by ${key} limit $8`;
}

/** Those first by total, each with that of its reports: stored rows are added up, and the zeros that are not stored. */
function byTotal(selection: Selection, order: Order, { sql, figure }: StoredTotals): string {
  const { key, after } = listed(sortKey(selection, order), '$9::jsonb');
  const isByYear = selection.groupBy.includes('YEAR');
  return `
  with ${ASKED}, ${sql}, years as (${yearsOf(selection)}), ${reports(selection)},
  total as (
    select u.root, u.own_agency, ${isByYear ? 'u.report_year' : 'null::integer'} as year, f.asked, sum(f.total)::bigint as total
    from used as u
    cross join lateral (${figure}) as f
    where $4::integer is null or u.report_year >= $4
    group by 1, 2, 3, 4)
  select distinct n.agency_id as "agencyId"
  from (
    select p.agency_id, row_number() over (partition by p.root order by ${key}) as position
    from (
      select ${plainColumns(selection, 'y.year')}
      from ${agencies(selection)}
      join total_agency as t on t.agency_id = a.id
      cross join years as y
      where ${agencyFilter(selection)} and ${isInGroup(isByYear ? 'y.year' : null)}) as p
    cross join asked
    left join total as t on t.own_agency = p.agency_id and t.asked = asked.code
      and t.year is not distinct from p.year and t.root is not distinct from p.root
    where $9::jsonb is null or (${key}) > (${after})) as n
  where n.position <= $8`;
}

/**
 * Agencies among which are all those of the page of a question that groups by agency: what is asked of these alone is the
 * same and costs as much as they are. null: they may be any.
 */
export async function agenciesOnPage(
  manager: EntityManager,
  { selection, codes, page }: GroupsAsked<string>,
  { stored, parameters }: Pick<Figures, 'stored' | 'parameters'>,
): Promise<readonly number[] | null> {
  const { first, after, order } = page;
  if (first === null) return null;
  const ask = async (sql: string, values: readonly unknown[]): Promise<number[]> =>
    (await manager.query<{ agencyId: number }[]>(sql, [...populationParameters(selection), ...values])).map(
      ({ agencyId }) => agencyId,
    );
  if (order === 'NATURAL') return ask(inNaturalOrder(selection), [first + 1, after && JSON.stringify(after)]);
  if (stored === null) return null;
  const values = [...pageParameters(codes, page), ...parameters];
  if (order === 'TOTAL_DESC' && selection.roots.of === 'ALL' && selection.scope === 'OWN') {
    const largest = await ask(byLargestTotal(selection, stored), values);
    if (largest.length === first) return largest;
  }
  return ask(byTotal(selection, order, stored), values);
}
