import type { EntityManager } from 'typeorm';
import type { Identity } from '../types.js';
import { decideAgency } from './decideAgency.js';
import { followAgencies } from './followAgencies.js';
import type { RosterLine } from './parseRoster.js';
import { places } from './places.js';

/** Who agencies named without a document are, by what was decided of them. */
export async function identitiesOf(
  manager: EntityManager,
  lines: readonly Omit<RosterLine, 'to'>[],
): Promise<Identity[]> {
  const followed = lines.map(({ division, name, kind, from }) => {
    const blank = { agencyName: name, normalizedName: name, kind, division, site: null };
    const named = { ...blank, ...decideAgency(blank, { division, agencyName: name }, places()), kind };
    const rest = { year: from, scope: 'OWN', scopeBasis: 'DEFAULT', title: null, publishedOn: null } as const;
    return { identity: { ...named, ...rest }, sha256: '', scope: null, placed: true };
  });
  await followAgencies(manager, followed);
  return followed.map(({ identity }) => identity);
}
