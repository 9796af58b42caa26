import type { EntityManager } from 'typeorm';
import type { ReportKey } from '../store/Revision.js';
import { keyArrays } from './keyArrays.js';
import { type FoundIn, replaceFindings } from './replaceFindings.js';
import { codesOf, foundBy } from './Rule.js';
import { type Sketch, sketchOf } from './sketch.js';
import { textReused } from './textReused.js';

interface Kept extends FoundIn {
  readonly year: number;
  readonly sortKey: string;
  /** null for a revision that is not active. */
  readonly narrative: readonly { readonly heading: string; readonly text: string }[] | null;
}

const KEPT = `
  select r.agency_id as "agencyId", r.id as "reportId", r.year, s.sha256 as "sortKey",
    case when r.active then c.narrative end as narrative
  from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)
  join annual_report as r on r.agency_id = k.agency_id and r.year = k.year and r.scope = k.scope
  join source_document as s on s.agency_id = r.agency_id and s.report_id = r.id and s.preferred
  join report_content as c on c.agency_id = r.agency_id and c.report_id = r.id`;

/** An agency has at most two active reports a year, so that the first of another agency is among the first three. */
const FIRST = 3;

/** Reports that have one of these among those they are compared with. */
const COMPARED = `
  select distinct m.agency_id as "agencyId", m.report_id as "reportId"
  from unnest($1::bigint[], $2::bigint[]) as k (agency_id, report_id)
  join report_sketch as s on s.agency_id = k.agency_id and s.report_id = k.report_id
  cross join lateral unnest(s.bands) as own (band)
  join sketch_band as m on m.year = s.year and m.band = own.band
  where (
    select count(*) from (
      select from sketch_band as o
      where o.year = s.year and o.band = own.band and o.sort_key < s.sort_key limit ${FIRST}) as before) < ${FIRST}`;

const INSERT = `
  with sketched as (
    insert into report_sketch (agency_id, report_id, year, sort_key, minima, bands)
    select w.agency_id, w.report_id, w.year, w.sort_key, w.minima, w.bands
    from jsonb_to_recordset($1::jsonb) as w (
      agency_id bigint, report_id bigint, year integer, sort_key text, minima integer[], bands integer[])
    returning *)
  insert into sketch_band (year, band, sort_key, agency_id, report_id)
  select distinct s.year, own.band, s.sort_key, s.agency_id, s.report_id
  from sketched as s cross join unnest(s.bands) as own (band)`;

const SQL = `
  with target as materialized (
    select distinct t.* from unnest($1::bigint[], $2::bigint[]) as t (agency_id, report_id)
    union
    select r.agency_id, r.id
    from unnest($3::bigint[], $4::integer[], $5::report_scope[]) as k (agency_id, year, scope)
    join annual_report as r on r.agency_id = k.agency_id and r.year in (k.year, k.year + 1) and r.scope = k.scope),
  found as materialized (${foundBy([textReused])}),
  ${replaceFindings(codesOf([textReused]))}`;

const idArrays = (reports: readonly FoundIn[]): [number[], number[]] => [
  reports.map(({ agencyId }) => agencyId),
  reports.map(({ reportId }) => reportId),
];

/** Brings the sketches of active reports up to date; returns whose comparison that may change. */
async function sketch(manager: EntityManager, kept: readonly Kept[]): Promise<FoundIn[] | null> {
  const ids = idArrays(kept);
  const before = await manager.query<FoundIn[]>(COMPARED, ids);
  const rows = kept.flatMap(({ agencyId, reportId, year, sortKey, narrative }) => {
    const drawn: Sketch | null = narrative === null ? null : sketchOf(narrative);
    return drawn === null ? [] : [{ agency_id: agencyId, report_id: reportId, year, sort_key: sortKey, ...drawn }];
  });
  if (before.length === 0 && rows.length === 0) return null;
  await manager.query(
    `delete from report_sketch as s using unnest($1::bigint[], $2::bigint[]) as k (agency_id, report_id)
     where s.agency_id = k.agency_id and s.report_id = k.report_id`,
    ids,
  );
  await manager.query(INSERT, [JSON.stringify(rows)]);
  return [...before, ...(await manager.query<FoundIn[]>(COMPARED, ids))];
}

/** Compares the narratives of the changed reports, and of those that they are compared with; returns where something was found anew. */
export async function reconcileTexts(manager: EntityManager, changed: readonly ReportKey[]): Promise<FoundIn[]> {
  const kept = await manager.query<Kept[]>(KEPT, keyArrays(changed));
  const compared = await sketch(manager, kept);
  if (compared === null) return [];
  return manager.query<FoundIn[]>(SQL, [...idArrays(compared), ...keyArrays(changed)]);
}
