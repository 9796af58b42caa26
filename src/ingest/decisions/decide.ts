import type { EntityManager } from 'typeorm';
import type { Identity } from '../types.js';
import type { Scope } from '../../catalog/forms.js';
import { decideAgency } from './decideAgency.js';
import { type Followed, followAgencies } from './followAgencies.js';
import { documentDecisions } from './loadDecisions.js';
import { places } from './places.js';

/** A document and what it says of itself. */
export interface ReadDocument {
  readonly sha256: string;
  readonly reading: string;
  readonly identity: Identity;
}

/** What people made of it. */
export interface Decided {
  /** Whose it is; its scope is still that of the document. */
  readonly identity: Identity;
  /** null where nobody decided on it. */
  readonly scope: Scope | null;
  /** The division was decided. */
  readonly placed: boolean;
}

/**
 * Whose reports these are and of which scope, by what people decided. What was decided of a document goes before what was
 * decided of its agency.
 * @returns one for each document, in their order
 */
export async function decide(manager: EntityManager, documents: readonly ReadDocument[]): Promise<Decided[]> {
  const decisions = await documentDecisions(manager, documents);
  const followed = documents.map(({ sha256, reading, identity }): Followed & { own: Scope | null } => {
    const decision = decisions.get(sha256) ?? decisions.get(reading);
    return {
      identity: decision === undefined ? identity : { ...identity, ...decideAgency(identity, decision, places()) },
      sha256,
      scope: null,
      own: decision?.scope ?? null,
      placed: decision !== undefined && decision.division !== null,
    };
  });
  await followAgencies(manager, followed);
  return followed.map(({ identity, own, scope, placed }) => ({ identity, scope: own ?? scope, placed }));
}
