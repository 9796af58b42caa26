import { unseen } from '../../database/plannedOnce.js';
import { divisionsBelowAny } from '../divisionsBelow.js';
import type { DivisionDimension, Selection } from './selection.js';

const GROUP_CODE: Readonly<Record<DivisionDimension, string>> = {
  NATION: 'd.lineage[1]',
  PROVINCE: 'd.province_code',
  CITY: 'd.city_code',
  COUNTY: 'd.county_code',
};

const divisionDimension = ({ groupBy }: Selection): DivisionDimension | undefined =>
  groupBy.find((dimension): dimension is DivisionDimension => dimension in GROUP_CODE);

type KeyColumns = Readonly<Record<'root' | 'year' | 'division_code' | 'agency_id' | 'agency_kind', string>>;

/** A key that can be null joins by no hash; null is empty in the text of the key, which no value is. */
const keyOf = (columns: KeyColumns): string => `format('%s|%s|%s|%s|%s', ${Object.values(columns).join(', ')})`;

/** What a key says of its group; the agency is 0 where agencies are not grouped by. */
export function partsOfKey(key: string): { readonly root: string; readonly agencyId: number } {
  const [root = '', , , agencyId] = key.split('|');
  return { root, agencyId: Number(agencyId) };
}

const named = (columns: KeyColumns): string =>
  Object.entries(columns)
    .map(([name, expression]) => `${expression} as ${name}`)
    .join(', ');

const select = (columns: KeyColumns): string => `${keyOf(columns)} as key, ${named(columns)}`;

const NO_KEYS = {
  root: 'root.code',
  year: 'null::integer',
  division_code: 'null::text',
  agency_id: 'null::bigint',
  agency_kind: 'null::agency_kind',
};

function columnsOf(selection: Selection, year: string): KeyColumns {
  const by = new Set<string>(selection.groupBy);
  const dimension = divisionDimension(selection);
  return {
    ...NO_KEYS,
    ...(by.has('YEAR') && { year }),
    ...(dimension && { division_code: GROUP_CODE[dimension] }),
    ...(by.has('AGENCY') && { agency_id: 'a.id' }),
    ...(by.has('AGENCY_KIND') && { agency_kind: 'a.kind' }),
  };
}

/** The group's columns over agency `a`, division `d`, its `root` and the given year, and all of them in one `key`. */
export const groupColumns = (selection: Selection, year: string): string => select(columnsOf(selection, year));

/** The same five columns without `key`. */
export const plainColumns = (selection: Selection, year: string): string => named(columnsOf(selection, year));

/** The key that the group `p` of a population has in the year before; null where years are not grouped by. */
export const KEY_BEFORE = `case when p.year is not null then ${keyOf({
  root: 'p.root',
  year: 'p.year - 1',
  division_code: 'p.division_code',
  agency_id: 'p.agency_id',
  agency_kind: 'p.agency_kind',
})} end`;

const ROOT = {
  ALL: 'join (select null::text as code where $1::text[] is null) as root on true',
  // Found by index, before anything else: each agency compared with each of thousands of roots would take seconds.
  DIVISION: `join (
      select below.code as division_code, root.code
      from unnest($1::text[]) as root (code)
      join division as below on below.lineage @> array[root.code] offset 0) as root on root.division_code = a.division_code`,
  AGENCY: 'join unnest($1::text[]) as root (code) on root.code::bigint = a.id',
  ONE_AGENCY: `join unnest(${unseen('$1', 'text[]')}) as root (code) on root.code::bigint = a.id`,
} as const;

/** Whether a question is about a single agency: few rows, and one good plan. */
export const isOfOneAgency = ({ roots }: Selection): boolean => roots.of === 'AGENCY' && roots.ids.length === 1;

/** Every root once, whether anything lies in it or not. */
export const ROOTS = `unnest(coalesce($1::text[], '{null}')) as root (code)`;

/** Numbers out of the database stand in the text itself: what follows has its own places for parameters. */
const isOneOf = (id: string, agencyIds: readonly number[]): string =>
  `${id} = any ('{${agencyIds.join(',')}}'::bigint[])`;

/** Where only some count, governments are looked at all the same: their consolidated reports hide those beneath. */
const source = ({ agencyIds, scope }: Selection): string =>
  agencyIds
    ? `(select a.* from agency as a where ${isOneOf('a.id', agencyIds)}${scope === 'OWN' ? '' : ` or a.kind = 'GOVERNMENT'`})`
    : 'agency';

/** Agencies with their division and root. */
export const agencies = (selection: Selection): string => `${source(selection)} as a
    left join division as d on d.code = a.division_code
    ${ROOT[isOfOneAgency(selection) ? 'ONE_AGENCY' : selection.roots.of]}`;

/**
 * Agencies above the level asked form a group of their own division. Not so for consolidated figures: the report of a
 * province is not the figure of any of its cities, nor of a further group beside them; only a division that has no
 * children of that level (东莞市 by county) stands for itself.
 */
export function agencyFilter(selection: Selection): string {
  const dimension = divisionDimension(selection);
  const atLevel =
    dimension && selection.scope === 'CONSOLIDATED'
      ? `and (
        exists (select from division as g where g.code = ${GROUP_CODE[dimension]} and g.level = '${dimension}')
        or d.code is not null and not exists (select from division as child where child.parent_code = d.code))`
      : '';
  return `($2::text[] is null or a.division_code = any (${divisionsBelowAny('$2::text[]')}))
      and ($3::agency_kind[] is null or a.kind = any ($3::agency_kind[])) ${atLevel}`;
}

/** The years `expected.year` of agency `a` in which a report is expected of it. */
export const EXPECTED_YEARS = `cross join lateral generate_series(
      greatest(a.first_year, $4::integer),
      least(a.last_year, $6::integer, $5::integer)) as expected (year)`;

const OWN_REPORTS = `used as (select p.* from picked as p where p.scope = 'OWN')`;
const REPORTS_OF_AGENCIES = `used as (select p.* from picked as p where p.scope = 'CONSOLIDATED')`;

/**
 * A consolidated figure is the report of the division's own government; where there is none, the sum over its direct
 * children by the same rule: a report counts unless its group holds one of a division above it.
 */
const TOPMOST_REPORTS = `candidate as (
    select
      p.*,
      row_number() over (partition by p.root, p.report_year, p.own_division order by p.own_agency) as rank_in_division
    from picked as p
    where p.scope = 'CONSOLIDATED' and p.own_kind = 'GOVERNMENT' and p.own_division is not null),
  placed as (
    select
      c.*, place.code as place,
      bool_or(place.code = c.own_division) over (
        partition by c.root, c.division_code, c.report_year, place.code) as has_report
    from candidate as c
    cross join unnest(c.lineage) as place (code)),
  used as (
    select p.*
    from (
      select
        p.*,
        bool_or(p.has_report and p.place <> p.own_division) over (partition by p.root, p.own_agency, p.report_id) as is_beneath
      from placed as p) as p
    where p.place = p.own_division and p.rank_in_division = 1 and not p.is_beneath)`;

function usedReports({ scope, roots, everyAgency }: Selection): string {
  if (scope === 'OWN') return OWN_REPORTS;
  return everyAgency || roots.of === 'AGENCY' ? REPORTS_OF_AGENCIES : TOPMOST_REPORTS;
}

const COLUMNS = 'key, root, year, division_code, agency_id, agency_kind';

/** Where nothing is grouped by, the one group of each root, whether anything falls into it or not. */
const emptyGroups = ({ oneGroup }: Selection): string =>
  oneGroup ? `union all select ${select(NO_KEYS)}, 0, 0 from ${ROOTS}` : '';

/**
 * The common table expressions that every question about reports begins with.
 * - `picked`: active reports of either scope, with the keys of their group; those of the year before the first too
 *   where years are grouped by, for comparison;
 * - `used`: those that a total is made of.
 */
export function reports(selection: Selection): string {
  const reportYear = selection.groupBy.includes('YEAR') ? 'r.year + 1' : 'r.year';
  return `
  picked as (
    select
      ${groupColumns(selection, 'r.year')},
      r.agency_id as own_agency, r.id as report_id, r.scope, r.year as report_year, a.kind as own_kind,
      a.division_code as own_division, d.lineage, r.disclosure_form, r.application_form,
      r.disclosures_whole, r.applications_whole, r.reviews_whole
    from ${agencies(selection)}
    join annual_report as r on r.agency_id = a.id
    where r.active and ($4::integer is null or ${reportYear} >= $4) and ($5::integer is null or r.year <= $5)
      and ${agencyFilter(selection)}),
  ${usedReports(selection)}`;
}

/**
 * The same, and `population`: a row for each group in which an active report or an expected agency-year falls, with how
 * many are expected (null for consolidated) and how many of the other scope are left out.
 */
export const population = (selection: Selection): string => `${reports(selection)},
  roster as (
    select ${groupColumns(selection, 'expected.year')}, count(*) as expected
    from ${agencies(selection)}
    ${EXPECTED_YEARS}
    where ${agencyFilter(selection)}
    group by 1, 2, 3, 4, 5, 6),
  population as (
    select
      ${COLUMNS},
      ${selection.scope === 'OWN' ? 'sum(expected)::integer' : 'null::integer'} as expected,
      sum(other_scope)::integer as other_scope
    from (
      select ${COLUMNS}, expected, 0 as other_scope from roster
      union all
      select ${COLUMNS}, 0, (scope <> '${selection.scope}')::integer from picked
      where $4::integer is null or report_year >= $4
      ${emptyGroups(selection)}) as member
    ${selection.agencyIds ? `where ${isOneOf('agency_id', selection.agencyIds)}` : ''}
    group by ${COLUMNS})`;

/** Parameters $1 to $5 of `reports`. */
export const reportParameters = ({ roots, within, kinds, from, to }: Selection): readonly unknown[] => [
  roots.of === 'DIVISION' ? roots.codes : roots.of === 'AGENCY' ? roots.ids.map(String) : null,
  within,
  kinds,
  from,
  to,
];

/** Parameters $1 to $6 of `population`. */
export const populationParameters = (selection: Selection): readonly unknown[] => [
  ...reportParameters(selection),
  selection.dueYear,
];
