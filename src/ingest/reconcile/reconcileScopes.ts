import type { EntityManager } from 'typeorm';
import type { ReportKey } from '../store/Revision.js';
import { keyArrays } from '../store/keyArrays.js';
import type { FoundIn } from './replaceFindings.js';
import { scopeParts } from './scopeParts.js';
import { scopeSum } from './scopeSum.js';
import { type PlaceSum, scopeSums } from './scopeSums.js';
import { writeFindings } from './writeFindings.js';

/**
 * Reports of a division's own government (consolidated, active) that a change can concern: the two lowest ones above or at
 * the agency's division, since anything lower hides what is beneath it. An agency that is new, has moved, or is expected to report
 * in other years concerns those of all its years, where it is and where it was (`total_agency`, which is brought up to date
 * after this). `counts`: the one of its division that counts.
 */
const CONCERNED = `
  with place as materialized (
    select
      coalesce(n.id, b.agency_id) as agency_id, array[n.division_code, nullif(b.division_code, '')] as codes,
      least(n.first_year, b.first_year) as since,
      (n.division_code, n.kind, n.first_year, n.last_year)
        is distinct from (nullif(b.division_code, ''), b.agency_kind, b.first_year, b.last_year) as is_changed
    from (select a.* from agency as a where a.id = any ($1)) as n
    full join (select p.* from total_agency as p where p.agency_id = any ($1)) as b on b.agency_id = n.id),
  slot as (
    select distinct d.code, d.lineage, case when p.is_changed then p.since else k.year end as from_year,
      case when p.is_changed then null else k.year end as to_year
    from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)
    join place as p on p.agency_id = k.agency_id
    join division as d on d.code = any (p.codes)),
  own as (
    select
      line.code as division, r.year, r.agency_id, r.id as report_id,
      r.agency_id = min(r.agency_id) over (partition by line.code, r.year) as counts,
      dense_rank() over (partition by s.code, s.from_year, s.to_year, r.year order by line.depth desc) as height
    from slot as s
    cross join lateral unnest(s.lineage) with ordinality as line (code, depth)
    join agency as a on a.division_code = line.code and a.kind = 'GOVERNMENT'
    join annual_report as r on r.agency_id = a.id and r.scope = 'CONSOLIDATED' and r.active
      and r.year >= s.from_year and (s.to_year is null or r.year <= s.to_year))
  select distinct agency_id as "agencyId", report_id as "reportId", division, year, counts from own where height <= 2
  union
  -- What was found of a report that counts no more, or is another agency's or scope's now.
  select distinct f.agency_id, f.report_id, null, f.year, false
  from finding as f
  join annual_report as r on r.agency_id = f.agency_id and r.id = f.report_id
  join agency as a on a.id = r.agency_id
  where f.agency_id = any ($1) and f.code = 'SCOPE_SUM'
    and not (r.active and r.scope = 'CONSOLIDATED' and a.kind = 'GOVERNMENT' and a.division_code is not null)`;

interface Concerned extends FoundIn {
  readonly division: string | null;
  readonly year: number;
  readonly counts: boolean;
}

const byPlace = (sums: readonly PlaceSum[]): ReadonlyMap<number, ReadonlyMap<string, PlaceSum>> => {
  const groups = new Map<number, Map<string, PlaceSum>>();
  for (const sum of sums)
    groups.set(sum.group, (groups.get(sum.group) ?? new Map<string, PlaceSum>()).set(sum.place, sum));
  return groups;
};

/** Checks the consolidated reports that the changed ones are part of; returns where something was found anew. */
export async function reconcileScopes(manager: EntityManager, changed: readonly ReportKey[]): Promise<FoundIn[]> {
  const concerned = await manager.query<Concerned[]>(CONCERNED, keyArrays(changed));
  if (concerned.length === 0) return [];
  const wholes = await scopeParts(
    manager,
    concerned.filter(({ counts }) => counts),
  );
  const figures = byPlace(
    await scopeSums(
      manager,
      wholes.map((whole) => [whole]),
    ),
  );
  const sums = byPlace(
    await scopeSums(
      manager,
      wholes.map(({ parts }) => parts),
    ),
  );
  const none = new Map<string, PlaceSum>();
  const found = wholes.flatMap((whole, group) =>
    scopeSum(whole, figures.get(group) ?? none, sums.get(group) ?? none).map((unlike) => ({ ...whole, ...unlike })),
  );
  return writeFindings(manager, 'SCOPE_SUM', concerned, found);
}
