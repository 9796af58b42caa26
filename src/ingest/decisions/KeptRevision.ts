import type { EntityManager } from 'typeorm';
import type { ReportId } from '../../ids.js';
import type { ReportKey } from '../store/Revision.js';

/** A stored revision and the document it is read from. */
export interface KeptRevision extends ReportId, ReportKey {
  readonly revision: number;
  readonly fingerprint: string;
  readonly sha256: string;
  readonly reading: string;
  /** Of its agency. */
  readonly agencyName: string;
}

const SELECT = `
  select r.agency_id as "agencyId", r.year, r.scope, r.id as "reportId", r.revision, r.fingerprint, s.sha256, s.reading,
    a.name as "agencyName"
  from annual_report as r
  join agency as a on a.id = r.agency_id
  join source_document as s on s.agency_id = r.agency_id and s.report_id = r.id and s.preferred`;

/** Every revision of an agency, in the order they came. */
export const revisionsOfAgency = (manager: EntityManager, agencyId: number): Promise<KeptRevision[]> =>
  manager.query<KeptRevision[]>(`${SELECT} where r.agency_id = $1 order by r.year, r.revision`, [agencyId]);

/**
 * A revision, and those of its agency, year and scope that only documents of it, as an older reader read them, are left of:
 * they go where their documents go.
 */
export const revisionsWith = (manager: EntityManager, agencyId: number, reportId: number): Promise<KeptRevision[]> =>
  manager.query<KeptRevision[]>(
    `${SELECT}
     join annual_report as one on one.agency_id = r.agency_id and one.year = r.year and one.scope = r.scope
     where one.agency_id = $1 and one.id = $2 and (r.id = one.id or not exists (
       select from source_document as x
       where x.agency_id = r.agency_id and x.report_id = r.id and not (x.superseded and exists (
         select from source_document as y
         where y.agency_id = one.agency_id and y.report_id = one.id and y.sha256 = x.sha256))))
     order by r.revision`,
    [agencyId, reportId],
  );
