import type { EntityManager } from 'typeorm';
import { type AgencyKey, keyOf, type NamedAgency, resolveAgencies } from '../store/resolveAgencies.js';

/** The id of an agency; null where there is none of this key. */
export async function findAgency(manager: EntityManager, key: AgencyKey): Promise<number | null> {
  const [row] = await manager.query<{ id: number }[]>(
    `select a.id from agency as a
     where ($1::text is not null and a.division_code = $1 and a.normalized_name = $2)
       or ($1::text is null and $3::text is not null and a.division_code is null and a.site = $3 and a.normalized_name = $2)
       or ($1::text is null and $3::text is null and a.division_code is null and a.site is null and a.document_sha256 = $4)`,
    [key.division, key.normalizedName, key.division === null ? key.site : null, key.documentSha256],
  );
  return row?.id ?? null;
}

/** The id of an agency, made where there is none; one that is there keeps its name. */
export async function findOrMakeAgency(manager: EntityManager, agency: NamedAgency): Promise<number> {
  const found = await findAgency(manager, agency);
  if (found !== null) return found;
  const made = (await resolveAgencies(manager, [agency])).get(keyOf(agency));
  if (made === undefined) throw new Error(`agency ${agency.name} was neither found nor made`);
  return made;
}
