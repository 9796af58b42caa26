import type { EntityManager } from 'typeorm';
import { agencyOf } from '../store/resolveAgencies.js';
import type { ReportKey } from '../store/Revision.js';
import type { Identity } from '../types.js';
import { type Decided, decide } from './decide.js';
import { decideAgency } from './decideAgency.js';
import { findOrMakeAgency } from './findAgency.js';
import { identityOf } from './identityOf.js';
import type { KeptRevision } from './KeptRevision.js';
import { moveRevision } from './moveRevision.js';
import { places } from './places.js';
import { settleFindings } from './settleFindings.js';

/** With the name as published in place of the normalized one, where that is the same agency. */
function named(identity: Identity, { reading, agencyName }: KeptRevision): Identity {
  if (identity.agencyName !== identityOf(reading).agencyName) return identity;
  const { normalizedName } = decideAgency(identity, { division: identity.division, agencyName }, places());
  return normalizedName === identity.normalizedName ? { ...identity, agencyName } : identity;
}

async function placeRevision(manager: EntityManager, revision: KeptRevision, decided: Decided): Promise<ReportKey> {
  const agencyId = await findOrMakeAgency(manager, agencyOf(named(decided.identity, revision), revision.sha256));
  const to = { agencyId, year: revision.year, scope: decided.scope ?? decided.identity.scope };
  const isThere = to.agencyId === revision.agencyId && to.scope === revision.scope;
  const reportId = isThere ? revision.reportId : await moveRevision(manager, revision, to);
  await settleFindings(manager, agencyId, reportId, { division: decided.placed, scope: decided.scope !== null });
  return to;
}

/**
 * Puts stored revisions where the decisions put them, as if they were stored only now. Nothing is lost: one that says the same
 * as another becomes a further source of it, others become further revisions.
 * @returns the keys they had and have
 */
export async function placeRevisions(manager: EntityManager, revisions: readonly KeptRevision[]): Promise<ReportKey[]> {
  const documents = revisions.map(({ sha256, reading }) => ({ sha256, reading, identity: identityOf(reading) }));
  const decided = await decide(manager, documents);
  const keys: ReportKey[] = [];
  for (const [index, revision] of revisions.entries()) {
    const decision = decided[index];
    if (decision !== undefined) keys.push(revision, await placeRevision(manager, revision, decision));
  }
  return keys;
}
