import type { Scope } from '../../catalog/forms.js';

/** What a manifest says of one document. It decides what the document leaves open, and the scope before any words of it. */
export interface ManifestEntry {
  readonly agency?: string | undefined;
  readonly year?: number | undefined;
  /** Six digits. */
  readonly division?: string | undefined;
  readonly scope?: Scope | undefined;
  /** yyyy-mm-dd */
  readonly published?: string | undefined;
}
