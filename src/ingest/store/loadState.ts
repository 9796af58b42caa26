import type { EntityManager } from 'typeorm';
import type { AgencyKind } from '../../catalog/agencyKinds.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import { keyArrays } from './keyArrays.js';
import type { Place } from './placeReports.js';
import type { NamedAgency } from './resolveAgencies.js';
import type { ReportKey, Revision } from './Revision.js';

interface PlaceRow extends ReportKey {
  readonly sha256: string;
  readonly reportId: number;
  readonly preferred: boolean;
  /** The entry of a manifest that it was read with. */
  readonly manifest: ManifestEntry | null;
  readonly name: string;
  readonly normalizedName: string;
  readonly kind: AgencyKind;
  readonly division: string | null;
  readonly site: string | null;
  readonly documentSha256: string | null;
  readonly firstYear: number;
}

/** Where documents stand, and the agency of each. */
export const placesOf = (manager: EntityManager, sha256s: readonly string[]): Promise<PlaceRow[]> =>
  manager.query<PlaceRow[]>(
    `select s.sha256, s.report_id as "reportId", s.preferred, s.manifest, r.agency_id as "agencyId", r.year, r.scope, a.name,
       a.normalized_name as "normalizedName", a.kind, a.division_code as division, a.site,
       a.document_sha256 as "documentSha256", a.first_year as "firstYear"
     from source_document as s
     join annual_report as r on r.agency_id = s.agency_id and r.id = s.report_id
     join agency as a on a.id = r.agency_id
     where s.sha256 = any($1) and not s.superseded
     order by s.agency_id desc`,
    [sha256s],
  );

/** The agency of a document that stands somewhere, so that it is locked with those of the reports. */
export const agencyOfPlace = (place: PlaceRow): NamedAgency => ({ ...place, year: place.firstYear });

/** All revisions of these keys. */
export const revisionsOf = (manager: EntityManager, keys: readonly ReportKey[]): Promise<Revision[]> =>
  manager.query<Revision[]>(
    `select r.agency_id as "agencyId", r.year, r.scope, r.id, r.revision, r.fingerprint
     from (select distinct * from unnest($1::bigint[], $2::integer[], $3::report_scope[])) as k (agency_id, year, scope)
     join annual_report as r on r.agency_id = k.agency_id and r.year = k.year and r.scope = k.scope
     order by r.revision`,
    keyArrays(keys),
  );

/** Joins places with the revisions they are of. */
export function toPlaces(rows: readonly PlaceRow[], revisions: readonly Revision[]): Map<string, Place> {
  const byId = new Map(revisions.map((revision) => [`${revision.agencyId} ${revision.id}`, revision]));
  return new Map(
    rows.flatMap(({ sha256, agencyId, reportId, preferred }) => {
      const revision = byId.get(`${agencyId} ${reportId}`);
      return revision === undefined ? [] : [[sha256, { revision, preferred }]];
    }),
  );
}
