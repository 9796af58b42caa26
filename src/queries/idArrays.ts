import { unseen } from '../database/plannedOnce.js';
import type { ReportId } from '../ids.js';

/** The reports asked about as rows `key`, for statements that are planned once. */
export const KEYS = `unnest(${unseen('$1', 'bigint[]')}, ${unseen('$2', 'bigint[]')}) as key (agency_id, report_id)`;

/** The parameters of `KEYS`. */
export const idArrays = (ids: readonly ReportId[]): [number[], number[]] => [
  ids.map(({ agencyId }) => agencyId),
  ids.map(({ reportId }) => reportId),
];
