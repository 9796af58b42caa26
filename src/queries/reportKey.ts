import { parsePair } from '../ids.js';

/** A report by its agency and its own number. */
export interface ReportKey {
  readonly agencyId: number;
  readonly reportId: number;
}

/** The key in an id of the API (`agencyId-reportId`); null where it is no such id. */
export function parseReportId(id: string): ReportKey | null {
  const pair = parsePair(id);
  return pair && { agencyId: pair[0], reportId: pair[1] };
}

/** The id of the API. */
export const reportIdOf = ({ agencyId, reportId }: ReportKey): string => `${agencyId}-${reportId}`;

/** Parameters of `unnest($1::bigint[], $2::bigint[])`. */
export const keyArrays = (keys: readonly ReportKey[]): [number[], number[]] => [
  keys.map(({ agencyId }) => agencyId),
  keys.map(({ reportId }) => reportId),
];
