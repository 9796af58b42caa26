import type { ManifestEntry } from './manifest/ManifestEntry.js';
import type { Refused } from './reading/refusedBy.js';
import type { Described } from './store/outcomes.js';
import type { Prepared } from './store/Prepared.js';
import type { Source } from './types.js';

/** A document that is refused, or known already: nothing is left to do but to say so. */
export type Settled = { readonly file: string } & (
  { readonly refused: Refused; readonly manifest: ManifestEntry | null } | { readonly known: Described }
);

/** A document to be read. */
export interface Waiting {
  readonly file: string;
  readonly source: Source;
  readonly manifest: ManifestEntry | null;
  /** It is stored already. */
  readonly again: boolean;
}

/** A document that was read. */
export interface Read {
  readonly file: string;
  readonly report: Prepared;
  readonly again: boolean;
}
