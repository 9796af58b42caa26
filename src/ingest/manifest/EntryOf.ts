import type { ManifestEntry } from './ManifestEntry.js';

/** What somebody says of a document, by its path or address; null where nothing. */
export type EntryOf = (file: string) => ManifestEntry | null;
