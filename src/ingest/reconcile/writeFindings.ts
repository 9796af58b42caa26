import type { EntityManager } from 'typeorm';
import { type FindingCode, FINDINGS } from '../../catalog/findings.js';
import { type FoundIn, replaceFindings } from './replaceFindings.js';

/** A defect between a report and others. */
export interface Found extends FoundIn {
  readonly place: string | null;
  readonly expected: string;
  readonly actual: string;
}

const statement = (code: FindingCode): string => `
  with target as (select distinct t.* from unnest($1::bigint[], $2::bigint[]) as t (agency_id, report_id)),
  found as materialized (
    select f.agency_id, f.report_id, '${code}' as code, '${FINDINGS[code].severity}'::severity as severity,
      f.place, f.expected, f.actual
    from unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[])
      as f (agency_id, report_id, place, expected, actual)),
  ${replaceFindings(`{${code}}`)}`;

/** Makes the findings of a code of these reports what was found; returns the reports that have a new one. */
export const writeFindings = (
  manager: EntityManager,
  code: FindingCode,
  reports: readonly FoundIn[],
  found: readonly Found[],
): Promise<FoundIn[]> =>
  manager.query<FoundIn[]>(statement(code), [
    reports.map(({ agencyId }) => agencyId),
    reports.map(({ reportId }) => reportId),
    found.map(({ agencyId }) => agencyId),
    found.map(({ reportId }) => reportId),
    found.map(({ place }) => place),
    found.map(({ expected }) => expected),
    found.map(({ actual }) => actual),
  ]);
