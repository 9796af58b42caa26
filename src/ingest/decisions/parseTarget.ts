import { UsageError } from '../../errors.js';

/** What a decision is about. */
export type Target =
  | { readonly of: 'agency'; readonly agencyId: number }
  | { readonly of: 'report'; readonly agencyId: number; readonly reportId: number }
  | { readonly of: 'document'; readonly sha256: string };

const AGENCY = /^\d{1,15}$/u;
const PAIR = /^(\d{1,15})-(\d{1,15})$/u;
const SHA256 = /^[0-9a-f]{64}$/iu;

/** The two numbers of an id such as 12-345; null for any other text. */
export function parsePair(text: string): readonly [number, number] | null {
  const match = PAIR.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** @throws UsageError where the text is neither id nor sha256 */
export function parseTarget(text: string): Target {
  const pair = parsePair(text);
  if (pair !== null) return { of: 'report', agencyId: pair[0], reportId: pair[1] };
  if (SHA256.test(text)) return { of: 'document', sha256: text.toLowerCase() };
  if (AGENCY.test(text)) return { of: 'agency', agencyId: Number(text) };
  throw new UsageError(
    `expected the id of an agency (12), of a report (12-345) or the sha256 of a document, found "${text}"`,
  );
}
