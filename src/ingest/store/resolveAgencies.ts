import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { Identity } from '../types.js';

/**
 * What makes an agency: its division and normalized name; while the division is unknown, its name and site; without a
 * site the one document.
 */
export interface AgencyKey {
  readonly normalizedName: string;
  readonly division: string | null;
  readonly site: string | null;
  readonly documentSha256: string | null;
}

/** An agency that reports name. */
export interface NamedAgency extends AgencyKey {
  readonly name: string;
  readonly kind: AgencyKind;
  readonly year: number;
}

/** The agency that a report is of. */
export function agencyOf(
  { agencyName, normalizedName, kind, division, site, year }: Identity,
  sha256: string,
): NamedAgency {
  const alone = division === null && site === null;
  return {
    name: agencyName,
    normalizedName,
    kind,
    division,
    site: division === null ? site : null,
    documentSha256: alone ? sha256 : null,
    year,
  };
}

/** One text for one agency; in their order agencies are locked. */
export const keyOf = ({ normalizedName, division, site, documentSha256 }: AgencyKey): string =>
  division !== null
    ? `1 ${division} ${normalizedName}`
    : site !== null
      ? `2 ${site} ${normalizedName}`
      : `3 ${documentSha256}`;

const UPSERT = (conflict: string, renamed = ''): string => `
  insert into agency (name, normalized_name, aliases, kind, division_code, site, document_sha256, first_year)
  select
    w.names ->> 0, w.normalized_name, array(select jsonb_array_elements_text(w.names - 0)), w.kind, w.division, w.site,
    w.document_sha256, w.year
  from rows from (jsonb_to_recordset($1::jsonb) as (
    names jsonb, normalized_name text, kind agency_kind, division text, site text, document_sha256 text, year integer))
    with ordinality as w (names, normalized_name, kind, division, site, document_sha256, year, position)
  order by w.position
  on conflict ${conflict} do update set${renamed}
    first_year = least(agency.first_year, excluded.first_year),
    aliases = agency.aliases || array(
      select n.name from unnest(array_prepend(excluded.name, excluded.aliases)) with ordinality as n (name, position)
      where n.name <> agency.name and n.name <> all (agency.aliases)
      order by n.position)
  returning id, normalized_name as "normalizedName", division_code as division, site,
    document_sha256 as "documentSha256"`;

const UPSERTS: readonly (readonly [kind: string, sql: string])[] = [
  ['1', UPSERT('(division_code, normalized_name) where division_code is not null')],
  ['2', UPSERT('(site, normalized_name) where division_code is null and site is not null')],
  // Nothing but its one document says what it is called.
  [
    '3',
    UPSERT(
      '(document_sha256) where division_code is null and site is null',
      ' name = excluded.name, normalized_name = excluded.normalized_name,',
    ),
  ],
];

/** The reports' agencies without repetition: every name that they go by, the first one first, and the earliest year. */
function distinct(
  named: readonly NamedAgency[],
): Map<string, { first: NamedAgency; names: Set<string>; year: number }> {
  const agencies = new Map<string, { first: NamedAgency; names: Set<string>; year: number }>();
  for (const agency of named) {
    const key = keyOf(agency);
    const known = agencies.get(key) ?? { first: agency, names: new Set<string>(), year: agency.year };
    known.names.add(agency.name);
    agencies.set(key, { ...known, year: Math.min(known.year, agency.year) });
  }
  return agencies;
}

/**
 * Ids of the agencies by `keyOf`, made where they are new, their rows locked until the transaction ends. All writers
 * lock in one order, so that none waits for another that waits for it.
 */
export async function resolveAgencies(
  manager: EntityManager,
  named: readonly NamedAgency[],
): Promise<ReadonlyMap<string, number>> {
  const agencies = [...distinct(named)].sort(([a], [b]) => (a < b ? -1 : 1));
  const ids = new Map<string, number>();
  for (const [kind, sql] of UPSERTS) {
    const wanted = agencies
      .filter(([key]) => key.startsWith(kind))
      .map(([, { first, names, year }]) => ({
        names: [...names],
        normalized_name: first.normalizedName,
        kind: first.kind,
        division: first.division,
        site: first.site,
        document_sha256: first.documentSha256,
        year,
      }));
    if (wanted.length === 0) continue;
    const rows = await manager.query<(AgencyKey & { id: number })[]>(sql, [JSON.stringify(wanted)]);
    for (const row of rows) ids.set(keyOf(row), row.id);
  }
  return ids;
}
