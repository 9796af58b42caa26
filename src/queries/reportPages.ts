import type { DataSource } from 'typeorm';
import type { ReportForm, Scope } from '../catalog/forms.js';
import { divisionsBelow, divisionsBelowAny } from './divisionsBelow.js';
import { isCalled } from './isCalled.js';
import { REPORT_COLUMNS, type ReportRow } from './reportColumns.js';

/** null = no restriction. `agencyName` is part of a name or alias. */
export interface ReportsWanted {
  readonly from: number | null;
  readonly to: number | null;
  readonly within: readonly string[] | null;
  readonly agencyIds: readonly number[] | null;
  readonly agencyName: string | null;
  readonly forms: readonly ReportForm[] | null;
  readonly scope: Scope | null;
  readonly hasFindings: boolean | null;
  readonly active: boolean;
}

/** A root is a division code or an agency id in whose `reports` field the question stands; null at the root of the query. */
export interface ReportRoots {
  readonly of: 'ALL' | 'DIVISION' | 'AGENCY';
  readonly keys: readonly (string | null)[];
}

/** Which reports and which agencies belong to a root. */
const ROOT = {
  ALL: { reports: 'true', agencies: 'true' },
  DIVISION: { reports: 'true', agencies: `a.division_code = any (${divisionsBelow('root.key')})` },
  AGENCY: { reports: 'r.agency_id = root.key::bigint', agencies: 'a.id = root.key::bigint' },
} as const;

/** Whether reports are asked of the agencies of a place or a name, rather than of all. */
const ofChosen = (of: ReportRoots['of'], { within, agencyName }: ReportsWanted): boolean =>
  of === 'DIVISION' || within !== null || agencyName !== null;

const chosen = (of: ReportRoots['of']): string => `
  select a.id from agency as a
  where ${ROOT[of].agencies}
    and ($4::text[] is null or a.division_code = any (${divisionsBelowAny('$4::text[]')}))
    and ($6::text is null or ${isCalled('$6::text')})`;

const filter = (of: ReportRoots['of']): string => `${ROOT[of].reports} and r.active = $10
    and ($2::integer is null or -r.year <= -($2::integer::bigint)) and ($3::integer is null or -r.year >= -($3::integer::bigint))
    and ($5::bigint[] is null or r.agency_id = any ($5))
    and ($7::report_form[] is null or r.form = any ($7::report_form[]))
    and ($8::report_scope is null or r.scope = $8)
    and ($9::boolean is null or $9 = exists (
      select from finding as f where f.agency_id = r.agency_id and f.report_id = r.id))`;

const counted = (of: ReportRoots['of'], wanted: ReportsWanted): string => `from annual_report as r
  ${ofChosen(of, wanted) ? `join (${chosen(of)} offset 0) as a on a.id = r.agency_id where` : 'where $4::text[] is null and $6::text is null and'}
    ${filter(of)}`;

const AFTER = '($11::bigint is null or (-r.year, r.agency_id, r.id) > (-$11::bigint, $12::bigint, $13::bigint))';

/** Years below zero, the order of reports: those in which there may be any. Where there is no report, from 0 to 1: none. */
const YEARS = `generate_series(
    -least(coalesce((select max(r.year) from annual_report as r), 0), $3::integer, $11::bigint),
    -greatest(coalesce((select min(r.year) from annual_report as r), 1), $2::integer::bigint)) as y (year)`;

/**
 * A page of reports of chosen agencies. All of these are found before any report, for in order of reports few of theirs
 * might be found after all others; then they are gone through year by year, only so far as the page needs.
 */
const pageOfChosen = (of: ReportRoots['of']): string => `
  with chosen as materialized (${chosen(of)} order by a.id)
  select p.agency_id, p.id
  from (select y.year from ${YEARS} order by y.year) as y
  cross join lateral (
    select r.agency_id, r.id
    from chosen as a
    cross join lateral (
      select r.* from annual_report as r where r.agency_id = a.id and -r.year = y.year and ${filter(of)} and ${AFTER} offset 0) as r
    order by a.id, r.id limit $14) as p
  order by y.year, p.agency_id, p.id limit $14`;

const pageOfAll = (of: ReportRoots['of'], wanted: ReportsWanted): string => `
  select r.agency_id, r.id ${counted(of, wanted)} and ${AFTER}
  order by -r.year, r.agency_id, r.id limit $14`;

const parameters = ({ keys }: ReportRoots, wanted: ReportsWanted): unknown[] => [
  keys,
  wanted.from,
  wanted.to,
  wanted.within,
  wanted.agencyIds,
  wanted.agencyName,
  wanted.forms,
  wanted.scope,
  wanted.hasFindings,
  wanted.active,
];

type Rooted<Row> = Row & { readonly root: string | null };

/** For each root a page of reports, latest year first, then by agency; `after` is the key of the last one before it. */
export const reportPages = (
  db: DataSource,
  roots: ReportRoots,
  wanted: ReportsWanted,
  limit: number,
  after: readonly [year: number, agencyId: number, reportId: number] | null,
): Promise<Rooted<ReportRow>[]> =>
  db.query<Rooted<ReportRow>[]>(
    `select root.key as root, ${REPORT_COLUMNS}
     from unnest($1::text[]) as root (key)
     cross join lateral (${ofChosen(roots.of, wanted) ? pageOfChosen(roots.of) : pageOfAll(roots.of, wanted)}) as page
     join annual_report as r on r.agency_id = page.agency_id and r.id = page.id
     order by -r.year, r.agency_id, r.id`,
    [...parameters(roots, wanted), ...(after ?? [null, null, null]), limit],
  );

/** For each root how many reports there are. */
export const reportCounts = (
  db: DataSource,
  roots: ReportRoots,
  wanted: ReportsWanted,
): Promise<Rooted<{ count: number }>[]> =>
  db.query<Rooted<{ count: number }>[]>(
    `select root.key as root, (select count(*) ${counted(roots.of, wanted)}) as count from unnest($1::text[]) as root (key)`,
    parameters(roots, wanted),
  );
