import type { EntityManager } from 'typeorm';
import type { Scope } from '../../catalog/forms.js';
import { agencyOf, keyOf } from '../store/resolveAgencies.js';
import type { Identity } from '../types.js';
import type { Decision } from './Decision.js';
import { decideAgency } from './decideAgency.js';
import { agencyDecisions } from './loadDecisions.js';
import { places } from './places.js';

/** An agency on its way along what was decided of it. */
export interface Followed {
  identity: Identity;
  readonly sha256: string;
  /** Decided for the agency; null where nobody has. */
  scope: Scope | null;
  /** The division was decided. */
  placed: boolean;
}

/** What makes an identity one agency. */
const agencyKeyOf = (identity: Identity, sha256: string): string => keyOf(agencyOf(identity, sha256));

function follow(one: Followed, decision: Decision): void {
  one.scope = decision.scope ?? one.scope;
  if (decision.division === null && decision.agencyName === null) return;
  one.placed ||= decision.division !== null;
  one.identity = { ...one.identity, ...decideAgency(one.identity, decision, places()) };
}

/** Follows what was decided of each agency, and of the one it became by that, to the end. */
export async function followAgencies(manager: EntityManager, all: readonly Followed[]): Promise<void> {
  const seen = new Map(all.map((one) => [one, new Set<string>()]));
  let moving = [...all];
  while (moving.length > 0) {
    const keys = new Map(moving.map((one) => [one, agencyKeyOf(one.identity, one.sha256)]));
    const decisions = await agencyDecisions(manager, [...new Set(keys.values())]);
    moving = moving.filter((one) => {
      const key = keys.get(one) ?? '';
      const decision = decisions.get(key);
      if (decision === undefined || seen.get(one)?.has(key) === true) return false;
      seen.get(one)?.add(key);
      follow(one, decision);
      return true;
    });
  }
}
