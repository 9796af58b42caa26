import type { TableRecord } from '../tables/TableRecord.js';

/** What a manifest may say of a document; `path` or `url` names it. */
export const MANIFEST_FIELDS = ['path', 'url', 'agency', 'year', 'division', 'scope', 'published'] as const;
export type ManifestField = (typeof MANIFEST_FIELDS)[number];

export type ManifestRecord = TableRecord<ManifestField>;

export const isManifestField = (name: string): name is ManifestField => MANIFEST_FIELDS.some((field) => field === name);
