import type { ManifestEntry } from '../manifestEntry.js';

/** What somebody says of a document, by its path or address; null where nothing. */
export type EntryOf = (file: string) => ManifestEntry | null;
