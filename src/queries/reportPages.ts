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

const ROOT = {
  ALL: 'true',
  DIVISION: 'true',
  AGENCY: 'r.agency_id = root.key::bigint',
} as const;

/**
 * Where agencies are chosen by place or name, all of them are found before any report: in order of reports, few of
 * theirs might be found after all others. Else every agency has part.
 */
const chosenAgencies = (of: ReportRoots['of'], { within, agencyName }: ReportsWanted): string =>
  of === 'DIVISION' || within !== null || agencyName !== null
    ? `join (
        select a.id from agency as a
        where ${of === 'DIVISION' ? `a.division_code = any (${divisionsBelow('root.key')})` : 'true'}
          and ($4::text[] is null or a.division_code = any (${divisionsBelowAny('$4::text[]')}))
          and ($6::text is null or ${isCalled('$6::text')})
        offset 0) as a on a.id = r.agency_id
      where true`
    : 'where $4::text[] is null and $6::text is null';

const where = (of: ReportRoots['of'], wanted: ReportsWanted): string => `from annual_report as r
  ${chosenAgencies(of, wanted)}
    and ${ROOT[of]} and r.active = $10
    and ($2::integer is null or -r.year <= -($2::integer::bigint)) and ($3::integer is null or -r.year >= -($3::integer::bigint))
    and ($5::bigint[] is null or r.agency_id = any ($5))
    and ($7::report_form[] is null or r.form = any ($7::report_form[]))
    and ($8::report_scope is null or r.scope = $8)
    and ($9::boolean is null or $9 = exists (
      select from finding as f where f.agency_id = r.agency_id and f.report_id = r.id))`;

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
     cross join lateral (
       select r.agency_id, r.id ${where(roots.of, wanted)}
         and ($11::bigint is null or (-r.year, r.agency_id, r.id) > (-$11::bigint, $12::bigint, $13::bigint))
       order by -r.year, r.agency_id, r.id limit $14) as page
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
    `select root.key as root, (select count(*) ${where(roots.of, wanted)}) as count from unnest($1::text[]) as root (key)`,
    parameters(roots, wanted),
  );
