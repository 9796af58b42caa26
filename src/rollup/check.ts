import type { DataSource } from 'typeorm';
import { snapshot } from '../database/snapshot.js';
import { COMPUTED, COUNTS } from './computed.js';
import { FACTS } from './facts.js';
import { AGENCY_PLACE, AGENCY_YEARS } from './placeAgencies.js';
import { COMPUTED_ROSTER } from './rosters.js';

/** A total that is not what the rows give. */
export interface Difference {
  /** What it is of, e.g. `411300/DEPARTMENT/2020/OWN`; the division is - where unknown. */
  readonly place: string;
  /** A count of a cell, a fact of `rollup/facts`, or a roster's years. */
  readonly fact: string;
  /** null where nothing is stored, or nothing should be. */
  readonly stored: string | null;
  readonly recomputed: string | null;
}

const division = (of: string): string => `coalesce(nullif(${of}.division_code, ''), '-')`;
const place = (of: string): string => `${division(of)} || '/' || ${of}.agency_kind`;

/** A pair for each of the counts and each fact of a cell that is not zero. */
const pairs = (cells: string): string => `
    select
      ${place('t')} || '/' || t.year || '/' || t.scope as place, f.fact, f.amount
    from ${cells} as t
    cross join lateral (
      values ${COUNTS.map((count) => `('${count}', t.${count}::numeric)`).join(', ')}
      union all
      select v.fact::text, v.amount from unnest(t.facts, t.amounts) as v (fact, amount)) as f (fact, amount)
    where f.amount <> 0`;

/** Of cells that differ only; two lists of pairs are then joined fact by fact. */
const CELLS = `
  with place as (${AGENCY_PLACE}),
  cell as (
    select row_number() over () as id, k.*
    from (
      select t.division_code, t.agency_kind, t.year, t.scope from total_cell as t
      union
      select p.division_code, p.agency_kind, r.year, r.scope
      from place as p
      join annual_report as r on r.agency_id = p.agency_id and r.active) as k),
  ${COMPUTED},
  differing as (
    select c.*
    from computed as c
    left join total_cell as t
      on t.division_code = c.division_code and t.agency_kind = c.agency_kind and t.year = c.year and t.scope = c.scope
    where t.year is null
      or (${[...COUNTS, 'facts', 'amounts'].map((column) => `t.${column}`).join(', ')})
        is distinct from (${[...COUNTS, 'facts', 'amounts'].map((column) => `c.${column}`).join(', ')})),
  wrong as (
    select t.*
    from total_cell as t
    join differing as d
      on d.division_code = t.division_code and d.agency_kind = t.agency_kind and d.year = t.year and d.scope = t.scope),
  stored as (${pairs('wrong')}),
  recomputed as (${pairs('differing')})
  select
    coalesce(s.place, r.place) as place, coalesce(s.fact, r.fact) as fact,
    s.amount::text as stored, r.amount::text as recomputed
  from stored as s
  full join recomputed as r on r.place = s.place and r.fact = s.fact
  where s.amount is distinct from r.amount
  order by 1, 2`;

const yearsOf = (of: string): string => `${of}.first_year || '-' || coalesce(${of}.last_year::text, '')`;

/** Of how many agencies reports are expected in which years. */
const ROSTERS = `
  with agency_place as (${AGENCY_PLACE}),
  roster_place as (
    select t.division_code, t.agency_kind from total_roster as t
    union
    select p.division_code, p.agency_kind from agency_place as p),
  ${COMPUTED_ROSTER},
  pair as (
    select 'stored' as side, ${place('t')} as place, ${yearsOf('y')} as years, y.agencies
    from total_roster as t
    cross join lateral unnest(t.first_years, t.last_years, t.agencies) as y (first_year, last_year, agencies)
    union all
    select 'recomputed', ${place('c')}, ${yearsOf('y')}, y.agencies
    from computed_roster as c
    cross join lateral unnest(c.first_years, c.last_years, c.agencies) as y (first_year, last_year, agencies))
  select
    p.place, 'expected ' || p.years as fact, sum(p.agencies) filter (where p.side = 'stored')::text as stored,
    sum(p.agencies) filter (where p.side = 'recomputed')::text as recomputed
  from pair as p
  group by p.place, p.years
  having sum(p.agencies) filter (where p.side = 'stored')
    is distinct from sum(p.agencies) filter (where p.side = 'recomputed')
  order by 1, 2`;

const agencyOf = (of: string): string => `${place(of)} || ' ' || ${yearsOf(of)} || ' ' || ${of}.years::text`;

/** Where each agency is counted, and in which years. */
const AGENCIES = `
  with now as (${AGENCY_YEARS}),
  both_sides as (
    select
      coalesce(b.agency_id, n.agency_id) as agency_id,
      ${agencyOf('b')} as stored, ${agencyOf('n')} as recomputed
    from total_agency as b
    full join now as n on n.agency_id = b.agency_id)
  select 'agency ' || s.agency_id as place, 'counted in' as fact, s.stored, s.recomputed
  from both_sides as s
  where s.stored is distinct from s.recomputed
  order by s.agency_id`;

const nameOf = (fact: string): string => (/^\d+$/.test(fact) ? (FACTS[Number(fact)] ?? fact) : fact);

/** Recomputes everything that is maintained from the rows of reports and agencies; empty where all agrees. */
export const differences = (db: DataSource): Promise<Difference[]> =>
  snapshot(db, async (runner) => {
    const found: Difference[] = [];
    for (const sql of [AGENCIES, ROSTERS]) found.push(...((await runner.query(sql)) as Difference[]));
    // As in `refreshAllCells`: of joins of large sets none may be a nested loop.
    await runner.query('set local enable_nestloop = off');
    const cells = (await runner.query(CELLS)) as Difference[];
    return [...found, ...cells.map((row) => ({ ...row, fact: nameOf(row.fact) }))];
  });
