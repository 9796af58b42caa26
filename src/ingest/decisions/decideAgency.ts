import type { Gazetteer } from '../gazetteer.js';
import { kindOf } from '../identify/kindOf.js';
import { normalizeName } from '../identify/normalizeName.js';
import { compact } from '../text/compact.js';
import type { Identity } from '../types.js';
import type { Decision } from './Decision.js';

/** Later than any division was abolished. */
const TODAY = 9999;

/** The name of an agency in its division, written as names that are read are: 财政局 in 411300 is 南阳市财政局. */
function normalized(name: string, code: string | null, gazetteer: Gazetteer): string {
  const division = code === null ? undefined : gazetteer.find(code);
  if (division === undefined) return normalizeName(name, null, name);
  const { division: found, candidates, rest } = gazetteer.locate(name, division.validTo ?? TODAY, [division.fullName]);
  // 教育局 alone is that of the division; a name that names another place than its division stays whole.
  if (found === null && candidates.length === 0) return normalizeName(name, division, name);
  return found?.code === division.code ? normalizeName(name, division, rest) : normalizeName(name, null, name);
}

type Named = Pick<Identity, 'agencyName' | 'normalizedName' | 'kind' | 'division'>;

/** An agency as read, with what was decided in its place. */
export function decideAgency(
  read: Named,
  decision: Pick<Decision, 'division' | 'agencyName'>,
  gazetteer: Gazetteer,
): Named {
  if (decision.division === null && decision.agencyName === null) return read;
  const division = decision.division ?? read.division;
  const agencyName = decision.agencyName ?? read.agencyName;
  return {
    agencyName,
    normalizedName: normalized(compact(agencyName), division, gazetteer),
    kind: decision.agencyName === null ? read.kind : kindOf(compact(agencyName)),
    division,
  };
}
