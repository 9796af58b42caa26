import type { Gazetteer } from '../gazetteer.js';
import type { ManifestEntry } from '../manifest/ManifestEntry.js';
import { readReport } from '../readReport.js';
import { prepare } from '../store/prepare.js';
import type { Prepared } from '../store/Prepared.js';
import type { Source } from '../types.js';
import { type Refused, refusedBy } from './refusedBy.js';

/** A document to be read. */
export interface Unread {
  readonly source: Source;
  readonly manifest: ManifestEntry | null;
}

/** What reading a document came to. */
export type Reading = { readonly report: Prepared } | { readonly refused: Refused };

/** Reads a document and makes it ready for writing; never throws. */
export async function readDocument({ source, manifest }: Unread, gazetteer: Gazetteer): Promise<Reading> {
  try {
    return { report: prepare(await readReport(source, { gazetteer, manifest }), manifest) };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}
