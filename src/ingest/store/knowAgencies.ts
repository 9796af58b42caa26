import type { DataSource, EntityManager } from 'typeorm';
import { identitiesOf } from '../decisions/identitiesOf.js';
import { readDecisions } from '../decisions/decisionLock.js';
import { places } from '../decisions/places.js';
import { agencyOfManifest, type ManifestAgency } from '../identify/agencyOfManifest.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import { unnested } from './insertRows.js';
import { refreshAgencies } from './refreshAgencies.js';
import { agencyOf, keyOf, resolveAgencies } from './resolveAgencies.js';
import { retried } from './retried.js';
import { settleKeys } from './settleKeys.js';

/** Returns those that were not known from that year or an earlier one. */
const UPSERT = (rows: string): string => `
  insert into manifest_agency as m (agency_id, first_year)
  select t.agency_id, min(t.first_year) from ${rows} group by t.agency_id order by t.agency_id
  on conflict (agency_id) do update set first_year = excluded.first_year where excluded.first_year < m.first_year
  returning m.agency_id as "agencyId", m.first_year as year`;

async function know(manager: EntityManager, agencies: readonly ManifestAgency[]): Promise<void> {
  await readDecisions(manager);
  const named = (await identitiesOf(manager, agencies)).map((identity) => agencyOf(identity, ''));
  const ids = await resolveAgencies(manager, named);
  const rows = named.flatMap((agency) => {
    const id = ids.get(keyOf(agency));
    return id === undefined ? [] : [[id, agency.year]];
  });
  const { clause, parameters } = unnested({ agency_id: 'bigint', first_year: 'integer' }, rows);
  const news = await manager.query<{ agencyId: number; year: number }[]>(UPSERT(clause), parameters);
  if (news.length === 0) return;
  await refreshAgencies(manager, [...ids.values()]);
  await settleKeys(
    manager,
    news.map((key) => ({ ...key, scope: 'OWN' })),
  );
}

/**
 * Takes in that agencies are expected to report because a manifest names them, though their documents were refused. One
 * transaction.
 */
export async function knowAgencies(db: DataSource, manifests: readonly ManifestEntry[]): Promise<void> {
  const agencies = manifests.flatMap((entry) => agencyOfManifest(entry, places()) ?? []);
  if (agencies.length > 0) await retried(() => db.transaction((manager) => know(manager, agencies)));
}
