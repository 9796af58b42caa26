import type { EntityManager } from 'typeorm';
import { copyRows } from '../../database/copyRows.js';
import { distinct } from '../../distinct.js';
import { reportIdOf } from '../../ids.js';
import type { ReportKey } from '../store/Revision.js';
import { bandsOf } from '../text/sketch.js';
import { keyArrays } from '../store/keyArrays.js';
import type { FoundIn } from './replaceFindings.js';
import { textPairs } from './textPairs.js';
import { textReused } from './textReused.js';
import { writeFindings } from './writeFindings.js';

interface Sketched extends FoundIn {
  readonly year: number;
  /** Whether it is of a key that changed, and not only of the year after. */
  readonly isChanged: boolean;
  readonly sortKey: string;
  /** null for a revision that is not active, and for a short narrative. */
  readonly sketch: Buffer | null;
}

const SKETCHED = `
  select distinct on (r.agency_id, r.id) r.agency_id as "agencyId", r.id as "reportId", r.year,
    r.year = k.year as "isChanged", left(s.sha256, 16) as "sortKey", case when r.active then c.sketch end as sketch
  from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)
  join annual_report as r on r.agency_id = k.agency_id and r.year in (k.year, k.year + 1) and r.scope = k.scope
  join source_document as s on s.agency_id = r.agency_id and s.report_id = r.id and s.preferred
  join report_content as c on c.agency_id = r.agency_id and c.report_id = r.id
  order by r.agency_id, r.id, r.year = k.year desc`;

/** A band of a report. */
interface Band {
  readonly year: number;
  readonly band: number;
  readonly sortKey: string;
}

/**
 * Of reports that are gone too: nothing deletes bands with a report, so that whoever was compared with it is told. Not as
 * `not exists`, for which all reports may be read.
 */
const FORGET = `
  delete from sketch_band as b
  using (
    select distinct k.agency_id, k.year
    from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)) as k
  where b.agency_id = k.agency_id and b.year = k.year and (b.report_id = any ($4::bigint[]) or (
    select r.id from annual_report as r where r.agency_id = b.agency_id and r.id = b.report_id) is null)
  returning b.year, b.band, b.sort_key as "sortKey"`;

/** An agency has at most two active reports a year, so that the first of another agency is among the first three. */
const FIRST = 3;

/** Reports that are compared with those of these bands: all of a band among whose first they are. */
const COMPARED = `
  with bucket as materialized (
    select distinct k.year, k.band
    from unnest($1::integer[], $2::integer[], $3::text[]) as k (year, band, sort_key)
    cross join lateral (
      select count(*) as number from (
        select from sketch_band as o
        where o.year = k.year and o.band = k.band and o.sort_key < k.sort_key
        order by o.year, o.band, o.sort_key
        limit ${FIRST}) as o) as before
    where before.number < ${FIRST})
  select distinct m.agency_id as "agencyId", m.report_id as "reportId"
  from bucket as b
  cross join lateral (
    select m.agency_id, m.report_id from sketch_band as m
    where m.year = b.year and m.band = b.band order by m.year, m.band, m.sort_key) as m`;

const COLUMNS = ['agency_id', 'report_id', 'band', 'year', 'sort_key'];

/** Brings the bands of changed keys up to date; returns those that their reports, also such as are gone, had and have. */
async function renewBands(
  manager: EntityManager,
  keys: readonly ReportKey[],
  reports: readonly Sketched[],
): Promise<Band[]> {
  // `delete … returning` comes with the number of rows beside them.
  const [before] = await manager.query<[Band[], number]>(FORGET, [
    ...keyArrays(keys),
    reports.map(({ reportId }) => reportId),
  ]);
  const bands = reports.flatMap(({ agencyId, reportId, year, sortKey, sketch }) =>
    sketch === null ? [] : bandsOf(sketch).map((band) => ({ agencyId, reportId, band, year, sortKey })),
  );
  await copyRows(
    manager,
    'sketch_band',
    COLUMNS,
    bands.map(({ agencyId, reportId, band, year, sortKey }) => [agencyId, reportId, band, year, sortKey]),
  );
  return [...before, ...bands];
}

/** Compares the narratives of the changed reports, and of those that they are compared with; returns where something was found anew. */
export async function reconcileTexts(manager: EntityManager, changed: readonly ReportKey[]): Promise<FoundIn[]> {
  const sketched = await manager.query<Sketched[]>(SKETCHED, keyArrays(changed));
  const bands = await renewBands(
    manager,
    changed,
    sketched.filter(({ isChanged }) => isChanged),
  );
  if (sketched.length === 0 && bands.length === 0) return [];
  const compared = await manager.query<FoundIn[]>(COMPARED, [
    bands.map(({ year }) => year),
    bands.map(({ band }) => band),
    bands.map(({ sortKey }) => sortKey),
  ]);
  const reports = [...sketched, ...compared];
  const unique = distinct(reports, reportIdOf);
  const reused = textReused(await textPairs(manager, unique));
  const found = reused.map(({ pair: { agencyId, reportId, other }, share }) => ({
    agencyId,
    reportId,
    place: null,
    expected: other,
    actual: String(Math.round(share * 100) / 100),
  }));
  return writeFindings(manager, 'TEXT_REUSED', unique, found);
}
