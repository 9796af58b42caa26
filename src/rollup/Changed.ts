import type { Form, Scope, Section } from '../catalog/forms.js';
import type { PackedFacts } from './PackedFacts.js';

/** A report that was stored, revised, activated, moved or withdrawn: its agency before and after, its year and scope. */
export interface Changed {
  readonly agencyId: number;
  readonly year: number;
  readonly scope: Scope;
}

/**
 * A report of one's own (`OWN`) that is stored just now, the first and only revision of its year and scope, and active:
 * its cell has but to add what it adds.
 */
export interface Added extends Changed {
  readonly forms: Readonly<Record<Section, Form | null>>;
  readonly facts: PackedFacts;
}
