import type { EntityManager } from 'typeorm';
import { divisionsBelowAny } from '../divisionsBelow.js';
import { isInGroup } from './agencyGroups.js';
import { ASKED, type Figures, type GroupsAsked, type StoredTotals } from './groupRows.js';
import { pageParameters } from './page.js';
import { agencies, agencyFilter, plainColumns, populationParameters, ROOTS } from './population.js';
import type { Selection } from './selection.js';
import { listed, sortKey } from './sortKey.js';

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
 * Those with the largest totals, by the rows that are stored: what is not stored is zero or nothing. They are the page
 * where each root has as many as it holds. PostgreSQL wants to see every parameter, and divisions in a form that it finds
 * agencies by: otherwise it goes through those of the nation for each province.
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
      and ($2::text[] is null or a.division_code = any (${divisionsBelowAny('$2::text[]')}))
    group by 1, 2, 3, 4, 5, m.asked)
  select n.root, n.agency_id as "agencyId"
  from (
    select p.root, p.agency_id, row_number() over (partition by p.root order by ${key}) as position
    from found as p
    join asked on asked.code = p.asked
    cross join lateral (select p.total) as t
    where p.total > 0 and ($9::jsonb is null or (${key}) > (${after}))) as n
  where n.position <= $8`;
}

/**
 * Agencies among which are all those of the page of a question that groups by agency, of reports of their own: what is asked
 * of these alone is the same and costs as much as they are. null: they may be any.
 */
export async function agenciesOnPage(
  manager: EntityManager,
  { selection, codes, page }: GroupsAsked<string>,
  { stored, parameters }: Pick<Figures, 'stored' | 'parameters'>,
): Promise<readonly number[] | null> {
  const { first, after, order } = page;
  if (first === null || selection.scope !== 'OWN') return null;
  const known = populationParameters(selection);
  if (order === 'NATURAL') {
    const rows = await manager.query<{ agencyId: number }[]>(inNaturalOrder(selection), [
      ...known,
      first + 1,
      after && JSON.stringify(after),
    ]);
    return rows.map(({ agencyId }) => agencyId);
  }
  if (order !== 'TOTAL_DESC' || stored === null) return null;
  const rows = await manager.query<{ root: string | null; agencyId: number }[]>(byLargestTotal(selection, stored), [
    ...known,
    ...pageParameters(codes, page),
    ...parameters,
  ]);
  const { roots } = selection;
  const isFull = rows.length === first * (roots.of === 'DIVISION' ? roots.codes.length : 1);
  return isFull ? [...new Set(rows.map(({ agencyId }) => agencyId))] : null;
}
