import type { Scope } from '../../catalog/forms.js';

/** What somebody decided an agency or a report to be; null: as it is read. */
export interface Decision {
  /** Six digits. */
  readonly division: string | null;
  readonly agencyName: string | null;
  readonly scope: Scope | null;
}

/** Who said so, when, and why. */
export interface Said {
  readonly by: string;
  readonly at: Date;
  readonly note: string | null;
}
