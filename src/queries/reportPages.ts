import type { DataSource } from 'typeorm';
import type { ReportForm, Scope } from '../catalog/forms.js';
import { REPORT_COLUMNS, type ReportRow } from './reportColumns.js';

/** null = no restriction. `agencyName` is part of a name or alias, as a pattern of `like`. */
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
  DIVISION: 'root.key = any (d.lineage)',
  AGENCY: 'r.agency_id = root.key::bigint',
} as const;

const where = (of: ReportRoots['of']): string => `from annual_report as r
  join agency as a on a.id = r.agency_id
  left join division as d on d.code = a.division_code
  where ${ROOT[of]} and r.active = $10
    and ($2::integer is null or r.year >= $2) and ($3::integer is null or r.year <= $3)
    and ($4::text[] is null or d.lineage && $4)
    and ($5::bigint[] is null or r.agency_id = any ($5))
    and ($6::text is null or a.name ilike $6 or exists (select from unnest(a.aliases) as alias where alias ilike $6))
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
    `select root.key as root, page.*
     from unnest($1::text[]) as root (key)
     cross join lateral (
       select ${REPORT_COLUMNS} ${where(roots.of)}
         and ($11::integer is null or (-r.year, r.agency_id, r.id) > (-$11::integer, $12::bigint, $13::bigint))
       order by r.year desc, r.agency_id, r.id limit $14) as page
     order by page.year desc, page."agencyId", page."reportId"`,
    [...parameters(roots, wanted), ...(after ?? [null, null, null]), limit],
  );

/** For each root how many reports there are. */
export const reportCounts = (
  db: DataSource,
  roots: ReportRoots,
  wanted: ReportsWanted,
): Promise<Rooted<{ count: number }>[]> =>
  db.query<Rooted<{ count: number }>[]>(
    `select root.key as root, (select count(*) ${where(roots.of)}) as count from unnest($1::text[]) as root (key)`,
    parameters(roots, wanted),
  );
