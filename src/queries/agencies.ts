import type { DataSource } from 'typeorm';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import { plannedOnce, unseen } from '../database/plannedOnce.js';
import { divisionsBelow, divisionsBelowAny } from './divisionsBelow.js';
import { isCalled } from './isCalled.js';

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
  db.query<AgencyRow[]>(
    plannedOnce(`select ${COLUMNS} from agency as a where a.id = any (${unseen('$1', 'bigint[]')})`),
    [ids],
  );

/** null = no restriction. `search` is part of a name or alias. */
export interface AgenciesWanted {
  readonly search: string | null;
  readonly kinds: readonly AgencyKind[] | null;
  readonly within: readonly string[] | null;
}

/** The code of a division in whose `agencies` field the question stands; null at the root of the query. */
type Root = string | null;

/**
 * Where divisions are asked about, all agencies of each are found by index before they are put in order: by id, few of
 * them might be found after all others.
 */
const agenciesAt = (roots: readonly Root[]): string =>
  roots.includes(null)
    ? `(select a.* from agency as a
        where root.code is null or a.division_code = any (${divisionsBelow('root.code')})) as a`
    : `(select a.* from agency as a where a.division_code = any (${divisionsBelow('root.code')}) offset 0) as a`;

const where = (roots: readonly Root[]): string => `from ${agenciesAt(roots)}
  where ($2::text is null or ${isCalled('$2::text')})
    and ($3::agency_kind[] is null or a.kind = any ($3::agency_kind[]))
    and ($4::text[] is null or a.division_code = any (${divisionsBelowAny('$4::text[]')}))`;

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
       select ${COLUMNS} ${where(roots)} and ($5::bigint is null or a.id > $5) order by a.id limit $6) as page
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
    `select root.code as root, (select count(*) ${where(roots)}) as count from unnest($1::text[]) as root (code)`,
    parameters(roots, wanted),
  );
