import type { ManifestEntry } from '../ingest/manifest/ManifestEntry.js';

/** A document, or an archive of documents, that some machine is to take in. */
export interface QueuedDocument {
  /** Absolute path in a folder that all machines share, `!/` and a path in it where it is in an archive, or an address. */
  readonly file: string;
  /** Bytes, as far as they were known when it was queued. */
  readonly weight: number;
  /** What a manifest says of it, or of members of this archive, by `identityOf`; left out where it says nothing. */
  readonly entries?: Readonly<Record<string, ManifestEntry>>;
}
