import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { numberTables } from '../numberTables.js';
import { OfficeParts } from '../officeParts.js';
import { partOfKind, relationsOf } from '../relations.js';
import { titleOf } from '../titleOf.js';
import { walkXml } from '../walkXml.js';
import { BodyReader } from './BodyReader.js';
import { Numbering } from './Numbering.js';
import { readChunks } from './readChunks.js';
import { readStyles } from './readStyles.js';

/**
 * Reads a Word document (Office Open XML): merged cells, tables within tables, headings, numbers of lists, documents within
 * it; what was deleted with changes tracked is left out. Throws Refusal UNREADABLE, UNSUPPORTED_MEDIA, LIMIT_EXCEEDED.
 */
export const readDocx = async ({ bytes }: Pick<Source, 'bytes'>): Promise<Document> =>
  readParts(await OfficeParts.open(bytes));

/** The same of parts, at a depth of documents within documents. */
export async function readParts(parts: OfficeParts, depth = 0): Promise<Document> {
  if (depth > LIMITS.archiveDepth) throw new Refusal('LIMIT_EXCEEDED', 'documents within documents without end');
  // Some programs name parts otherwise than Word does: document2.xml, styles2.xml.
  const main = partOfKind(await relationsOf(parts, ''), 'officeDocument', 'word/document.xml');
  const body = await parts.xml(main);
  if (body === '') throw new Refusal('UNREADABLE', 'the file has no text part');
  const relations = await relationsOf(parts, main);
  const partOf = (kind: string): Promise<string> => parts.xml(partOfKind(relations, kind, `word/${kind}.xml`));
  const chunks = await readChunks(parts, relations, async ({ bytes }) =>
    readParts(await OfficeParts.open(bytes), depth + 1),
  );
  const [styles, numbering] = [readStyles(await partOf('styles')), new Numbering(await partOf('numbering'))];
  const reader = new BodyReader(styles, numbering, chunks);
  walkXml(body, reader);
  return {
    mediaType: MEDIA.docx,
    declaredTitle: titleOf(await parts.xml('docProps/core.xml')),
    declaredDate: null,
    declaredPublisher: null,
    blocks: numberTables(reader.blocks),
  };
}
