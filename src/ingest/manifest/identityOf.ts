import { resolve } from 'node:path';
import { archivesIn } from '../acquire/archivesIn.js';
import { isAddress } from '../acquire/isAddress.js';
import { MEMBER_MARK } from '../acquire/memberMark.js';

/** Steps up as paths and addresses write them; in addresses tabs and ends of lines count for nothing. */
const STEP_UP = /(?:^|[\\/])(?:\.|%2e){2}(?:[\\/?#]|$)/i;

const plainIdentity = (location: string): string =>
  isAddress(location) && URL.canParse(location) ? new URL(location).href : resolve(location);

/**
 * An address as the web has it, a path in full: what makes two names one document. What an archive calls a document of its
 * own never leads out of it: `a.zip!/../b.html` is not `b.html`, and no other document at all.
 */
export function identityOf(location: string): string {
  const identity = plainIdentity(location);
  const [archive] = archivesIn(location);
  if (archive === undefined) return identity;
  const within = location.slice(archive.length);
  const itself = plainIdentity(archive);
  const staysInside = !STEP_UP.test(within.replace(/[\t\n\r]/g, '')) && identity.startsWith(`${itself}${MEMBER_MARK}`);
  return staysInside ? identity : `${itself}${within}`;
}
