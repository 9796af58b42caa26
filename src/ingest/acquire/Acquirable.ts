import type { EntryOf } from '../manifest/EntryOf.js';
import type { Source } from '../types.js';

/** A document, or an archive of documents, yet to be fetched. */
export interface Acquirable {
  /** How outcomes name it: the path or address as it was given. */
  readonly file: string;
  /** Bytes, as far as that is known before. */
  readonly weight: number;
  /** What a manifest says of it, or of a document in it; left out: nothing. */
  readonly entryOf?: EntryOf;
  /** @throws Refusal where it can't be had or is too large */
  acquire(): Promise<Source>;
}
