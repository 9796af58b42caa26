import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../../catalog/agencyKinds.js';
import { UsageError } from '../../errors.js';
import { type AgencyKey, keyOf } from '../store/resolveAgencies.js';
import type { Identity } from '../types.js';

/** A stored agency. */
export interface KeptAgency extends AgencyKey {
  readonly id: number;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly firstYear: number;
}

/** @throws UsageError where there is none of that id */
export async function keptAgency(manager: EntityManager, id: number): Promise<KeptAgency> {
  const [row] = await manager.query<KeptAgency[]>(
    `select a.id, a.name, a.kind, a.first_year as "firstYear", a.normalized_name as "normalizedName",
       a.division_code as division, a.site, a.document_sha256 as "documentSha256"
     from agency as a where a.id = $1`,
    [id],
  );
  if (row === undefined)
    throw new UsageError(`no agency has the id ${id}`, 'The field agencies(filter: …) lists them.');
  return row;
}

/** An agency as the identity of a report of it. */
export const identityOfAgency = ({ name, normalizedName, kind, division, site, firstYear }: KeptAgency): Identity => ({
  agencyName: name,
  normalizedName,
  kind,
  division,
  site,
  year: firstYear,
  scope: 'OWN',
  scopeBasis: 'DEFAULT',
  title: null,
  publishedOn: null,
});

/** `keyOf` of a stored agency. */
export const keyOfKept = (agency: KeptAgency): string =>
  keyOf({ ...agency, site: agency.division === null ? agency.site : null });
