import type { Gazetteer } from '../gazetteer.js';
import type { ManifestEntry } from '../manifestEntry.js';
import { readReport } from '../readReport.js';
import { Refusal } from '../Refusal.js';
import { prepare } from '../store/prepare.js';
import type { Prepared } from '../store/Prepared.js';
import type { Reason, Source } from '../types.js';

/** A document to be read. */
export interface Unread {
  readonly source: Source;
  readonly manifest: ManifestEntry | null;
}

/** Why a document is not taken in, in plain values. */
export interface Refused {
  readonly reason: Reason;
  readonly message: string;
  /** Of what went wrong in our own program; null for a defect of the document. */
  readonly bug: string | null;
}

/** What reading a document came to. */
export type Reading = { readonly report: Prepared } | { readonly refused: Refused };

/** In plain values, whatever was thrown. A bug that one document brings to light must not stop the others. */
export const refusedBy = (error: unknown): Refused => {
  if (error instanceof Refusal) return { reason: error.reason, message: error.message, bug: null };
  const told = error instanceof Error ? error : new Error(String(error));
  return { reason: 'UNREADABLE', message: `the reader failed: ${told.message}`, bug: told.stack ?? told.message };
};

/** Reads a document and makes it ready for writing; never throws. */
export async function readDocument({ source, manifest }: Unread, gazetteer: Gazetteer): Promise<Reading> {
  try {
    return { report: prepare(await readReport(source, { gazetteer, manifest }), manifest) };
  } catch (error) {
    return { refused: refusedBy(error) };
  }
}
