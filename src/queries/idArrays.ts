import type { ReportId } from '../ids.js';

/** Parameters of `unnest($1::bigint[], $2::bigint[])`. */
export const idArrays = (ids: readonly ReportId[]): [number[], number[]] => [
  ids.map(({ agencyId }) => agencyId),
  ids.map(({ reportId }) => reportId),
];
