import { Refusal } from '../../Refusal.js';
import type { Block, Document, Source } from '../../types.js';
import { LIMITS } from '../limits.js';
import { detect } from '../mediaType.js';
import { MEDIA } from '../mediaTypes.js';
import type { OfficeParts } from '../officeParts.js';
import { placesIn } from '../placesIn.js';
import type { Relation } from '../relations.js';

/**
 * What stands in the documents within a Word document (w:altChunk), by the id of their relation: programs that make one of
 * pages, or put several together, leave it to Word to take them in.
 * @param readWord reads one that is a Word document itself
 * @throws Refusal UNREADABLE, UNSUPPORTED_MEDIA, LIMIT_EXCEEDED: without them the document would be read with a gap
 */
export async function readChunks(
  parts: OfficeParts,
  relations: readonly Relation[],
  readWord: (source: Pick<Source, 'bytes'>) => Promise<Document>,
): Promise<ReadonlyMap<string, readonly Block[]>> {
  const chunks = new Map<string, readonly Block[]>();
  let places = 0;
  for (const { id, target } of relations.filter(({ kind }) => kind === 'aFChunk')) {
    const bytes = await parts.bytes(target);
    if (bytes === null) throw new Refusal('UNREADABLE', 'a document within the document is missing');
    const { blocks } = await readChunk(bytes, readWord);
    places = placesIn(blocks, places);
    if (chunks.size > LIMITS.nesting) throw new Refusal('LIMIT_EXCEEDED', 'too many documents within the document');
    chunks.set(id, blocks);
  }
  return chunks;
}

/** Readers are loaded when there is something for them. */
async function readChunk(
  bytes: Uint8Array,
  readWord: (source: Pick<Source, 'bytes'>) => Promise<Document>,
): Promise<Document> {
  const type = await detect(bytes, null, null);
  if (type === MEDIA.docx) return readWord({ bytes });
  if (type === MEDIA.html) return (await import('../html.js')).readHtml(bytes, null);
  if (type === MEDIA.mhtml) return (await import('../mhtml/readMhtml.js')).readMhtml({ bytes });
  if (type === MEDIA.text) return (await import('../text.js')).readText(bytes, null);
  throw new Refusal('UNSUPPORTED_MEDIA', `it holds a document of ${type}, which is not read there`);
}
