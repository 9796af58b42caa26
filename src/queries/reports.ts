import type { DataSource } from 'typeorm';
import { plannedOnce } from '../database/plannedOnce.js';
import { REPORT_COLUMNS, type ReportRow } from './reportColumns.js';
import { keyArrays, type ReportKey } from './reportKey.js';

/** The reports of the keys, in no order; unknown keys are left out. */
export const reportsByKeys = (db: DataSource, keys: readonly ReportKey[]): Promise<ReportRow[]> =>
  db.query<ReportRow[]>(
    plannedOnce(`select ${REPORT_COLUMNS}
     from unnest($1::bigint[], $2::bigint[]) as key (agency_id, report_id)
     join annual_report as r on r.agency_id = key.agency_id and r.id = key.report_id`),
    keyArrays(keys),
  );

/** All revisions of the agency, year and scope of each report, oldest first; `of` is the id of the report asked. */
export const revisionsOf = (db: DataSource, keys: readonly ReportKey[]): Promise<(ReportRow & { of: string })[]> =>
  db.query<(ReportRow & { of: string })[]>(
    plannedOnce(`select ${REPORT_COLUMNS}, key.agency_id || '-' || key.report_id as of
     from unnest($1::bigint[], $2::bigint[]) as key (agency_id, report_id)
     join annual_report as asked on asked.agency_id = key.agency_id and asked.id = key.report_id
     join annual_report as r on r.agency_id = asked.agency_id and r.year = asked.year and r.scope = asked.scope
     order by r.revision`),
    keyArrays(keys),
  );
