import type { DataSource } from 'typeorm';
import { plannedOnce } from '../database/plannedOnce.js';
import type { ReportId } from '../ids.js';
import { REPORT_COLUMNS, type ReportRow } from './reportColumns.js';
import { idArrays, KEYS } from './idArrays.js';

/** The reports of the ids, in no order; unknown ids are left out. */
export const reportsByIds = (db: DataSource, ids: readonly ReportId[]): Promise<ReportRow[]> =>
  db.query<ReportRow[]>(
    plannedOnce(`select ${REPORT_COLUMNS}
     from ${KEYS}
     join annual_report as r on r.agency_id = key.agency_id and r.id = key.report_id`),
    idArrays(ids),
  );

/** All revisions of the agency, year and scope of each report, oldest first; `of` is the id of the report asked. */
export const revisionsOf = (db: DataSource, ids: readonly ReportId[]): Promise<(ReportRow & { of: string })[]> =>
  db.query<(ReportRow & { of: string })[]>(
    plannedOnce(`select ${REPORT_COLUMNS}, key.agency_id || '-' || key.report_id as of
     from ${KEYS}
     join annual_report as asked on asked.agency_id = key.agency_id and asked.id = key.report_id
     join annual_report as r on r.agency_id = asked.agency_id and r.year = asked.year and r.scope = asked.scope
     order by r.revision`),
    idArrays(ids),
  );
