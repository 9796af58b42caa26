import type { Scope } from '../../catalog/forms.js';

/** Whose report it is, of which year and scope: its revisions are those of one such key. */
export interface ReportKey {
  readonly agencyId: number;
  readonly year: number;
  readonly scope: Scope;
}

/** A revision, stored or about to be. */
export interface Revision extends ReportKey {
  /** null until it is inserted. */
  id: number | null;
  /** 1, 2, … among those of its key. */
  readonly revision: number;
  fingerprint: string;
}

/** One text for one key. */
export const textOf = ({ agencyId, year, scope }: ReportKey): string => `${agencyId} ${year} ${scope}`;

/** @throws Error before it is inserted */
export function idOf({ id }: Revision): number {
  if (id === null) throw new Error('the revision has no id yet');
  return id;
}
