import type { DataSource } from 'typeorm';
import type { AgencyKind } from '../catalog/agencyKinds.js';

export interface AgencyRow {
  readonly id: string;
  readonly name: string;
  readonly aliases: string[];
  readonly kind: AgencyKind;
  readonly divisionCode: string | null;
}

const COLUMNS = 'a.id::text as id, a.name, a.aliases, a.kind, a.division_code as "divisionCode"';

/** The agencies of the ids, in no order; unknown ids are left out. */
export const agenciesByIds = (db: DataSource, ids: readonly number[]): Promise<AgencyRow[]> =>
  db.query<AgencyRow[]>(`select ${COLUMNS} from agency as a where a.id = any ($1::bigint[])`, [ids]);

/** null = no restriction. `search` is part of a name or alias, as a pattern of `like`. */
export interface AgenciesWanted {
  readonly search: string | null;
  readonly kinds: readonly AgencyKind[] | null;
  readonly within: readonly string[] | null;
}

/** A root is the code of a division in whose `agencies` field the question stands; null at the root of the query. */
const WHERE = `from agency as a
  left join division as d on d.code = a.division_code
  where (root.code is null or root.code = any (d.lineage))
    and ($2::text is null or a.name ilike $2 or exists (select from unnest(a.aliases) as alias where alias ilike $2))
    and ($3::agency_kind[] is null or a.kind = any ($3::agency_kind[]))
    and ($4::text[] is null or d.lineage && $4)`;

type Root = string | null;
const parameters = (roots: readonly Root[], { search, kinds, within }: AgenciesWanted): unknown[] => [
  roots,
  search,
  kinds,
  within,
];

/** For each root a page of agencies by id; `after` is the last id before it. */
export const agencyPages = (
  db: DataSource,
  roots: readonly Root[],
  wanted: AgenciesWanted,
  limit: number,
  after: number | null,
): Promise<(AgencyRow & { root: Root })[]> =>
  db.query<(AgencyRow & { root: Root })[]>(
    `select root.code as root, page.*
     from unnest($1::text[]) as root (code)
     cross join lateral (
       select ${COLUMNS} ${WHERE} and ($5::bigint is null or a.id > $5) order by a.id limit $6) as page
     order by page.id::bigint`,
    [...parameters(roots, wanted), after, limit],
  );

/** For each root how many agencies there are. */
export const agencyCounts = (
  db: DataSource,
  roots: readonly Root[],
  wanted: AgenciesWanted,
): Promise<{ root: Root; count: number }[]> =>
  db.query<{ root: Root; count: number }[]>(
    `select root.code as root, (select count(*) ${WHERE}) as count from unnest($1::text[]) as root (code)`,
    parameters(roots, wanted),
  );
