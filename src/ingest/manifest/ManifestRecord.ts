/** What a manifest may say of a document; `path` or `url` names it. */
export const MANIFEST_FIELDS = ['path', 'url', 'agency', 'year', 'division', 'scope', 'published'] as const;
export type ManifestField = (typeof MANIFEST_FIELDS)[number];

/** A field as it stands in the file. */
export interface ManifestValue {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** One entry as it stands in the file; what is empty is left out. */
export interface ManifestRecord {
  readonly line: number;
  readonly fields: Partial<Record<ManifestField, ManifestValue>>;
}

export const isManifestField = (name: string): name is ManifestField => MANIFEST_FIELDS.some((field) => field === name);
