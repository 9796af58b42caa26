import type { Identity } from '../types.js';
import { agencyOf, keyOf } from './resolveAgencies.js';

/** Which report a document is read as, before any decision: documents of one reading say the same of the same agency. */
export function readingOf(identity: Identity, sha256: string, fingerprint: string): string {
  const agency = agencyOf(identity, sha256);
  // The key of an agency that is known by this document alone does not hold its name.
  const key = agency.documentSha256 === null ? keyOf(agency) : `${keyOf(agency)} ${agency.normalizedName}`;
  return `${key} ${identity.year} ${identity.scope} ${fingerprint}`;
}
