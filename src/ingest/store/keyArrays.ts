import type { ReportKey } from './Revision.js';

/** Parameters of `unnest($1::bigint[], $2::integer[], $3::report_scope[])`. */
export const keyArrays = (keys: readonly ReportKey[]): unknown[][] => [
  keys.map(({ agencyId }) => agencyId),
  keys.map(({ year }) => year),
  keys.map(({ scope }) => scope),
];
