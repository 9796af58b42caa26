import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { MEDIA } from '../mediaTypes.js';
import { OfficeParts } from '../officeParts.js';
import { partOfKind, relationsOf } from '../relations.js';
import { titleOf } from '../titleOf.js';
import { walkXml } from '../walkXml.js';
import { BodyReader } from './BodyReader.js';
import { Numbering } from './Numbering.js';
import { readStyles } from './readStyles.js';

/**
 * Reads a Word document (Office Open XML): merged cells, tables within tables, headings, numbers of lists; what was
 * deleted with changes tracked is left out. Throws Refusal UNREADABLE, LIMIT_EXCEEDED.
 */
export async function readDocx({ bytes }: Source): Promise<Document> {
  const parts = await OfficeParts.open(bytes);
  // Some programs name parts otherwise than Word does: document2.xml, styles2.xml.
  const main = partOfKind(await relationsOf(parts, ''), 'officeDocument', 'word/document.xml');
  const body = await parts.xml(main);
  if (body === '') throw new Refusal('UNREADABLE', 'the file has no text part');
  const relations = await relationsOf(parts, main);
  const partOf = (kind: string): Promise<string> => parts.xml(partOfKind(relations, kind, `word/${kind}.xml`));
  const reader = new BodyReader(readStyles(await partOf('styles')), new Numbering(await partOf('numbering')));
  walkXml(body, reader);
  return {
    mediaType: MEDIA.docx,
    declaredTitle: titleOf(await parts.xml('docProps/core.xml')),
    declaredDate: null,
    declaredPublisher: null,
    blocks: reader.blocks,
  };
}
