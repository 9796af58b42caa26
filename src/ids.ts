const ID = /^[1-9]\d{0,14}$/;
const PAIR = /^([1-9]\d{0,14})-([1-9]\d{0,14})$/;

/** The number in the id of an agency (12), as the API gives it out; null for any other text. */
export const parseAgencyId = (id: string): number | null => (ID.test(id) ? Number(id) : null);

/** The numbers in the id of a report or finding (12-345): its agency's and its own; null for any other text. */
export function parsePair(id: string): readonly [agency: number, own: number] | null {
  const match = PAIR.exec(id);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** A report as it is stored: by its agency and its own number. */
export interface ReportId {
  readonly agencyId: number;
  readonly reportId: number;
}

/** The report of an id; null for any other text. */
export function parseReportId(id: string): ReportId | null {
  const pair = parsePair(id);
  return pair && { agencyId: pair[0], reportId: pair[1] };
}

/** The id of a report. */
export const reportIdOf = ({ agencyId, reportId }: ReportId): string => `${agencyId}-${reportId}`;
