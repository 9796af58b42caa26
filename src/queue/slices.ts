import { createHash } from 'node:crypto';
import type { QueuedDocument } from './QueuedDocument.js';

/** Documents of one job: so few that little is done twice after a kill, so many that the queue costs nothing beside them. */
export interface Slice {
  /** The same for the same documents. */
  readonly key: string;
  readonly documents: readonly QueuedDocument[];
}

const MOST = 64;
/** One name in so many ends a slice. */
const ENDS = 32;

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Cuts documents into slices of at most 64. Where a slice ends the names decide, not their number: one document more in a
 * folder makes one other slice, and the rest is known to the queue by its key.
 */
export async function* slices(documents: AsyncIterable<QueuedDocument>): AsyncGenerator<Slice> {
  let held: QueuedDocument[] = [];
  const slice = (): Slice => ({ key: hashOf(JSON.stringify(held)).toString('base64url'), documents: held });
  for await (const document of documents) {
    held.push(document);
    if (held.length < MOST && hashOf(document.file).readUInt32BE() % ENDS !== 0) continue;
    yield slice();
    held = [];
  }
  if (held.length > 0) yield slice();
}
