import { posix } from 'node:path';
import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { MEDIA } from '../mediaTypes.js';
import { OfficeParts } from '../officeParts.js';
import { titleOf } from '../titleOf.js';
import { walkXml } from '../walkXml.js';
import { BodyReader } from './BodyReader.js';
import { Numbering } from './Numbering.js';
import { readStyles } from './readStyles.js';

const MAIN_PART = 'word/document.xml';

/**
 * Reads a Word document (Office Open XML): merged cells, tables within tables, headings, numbers of lists; what was
 * deleted with changes tracked is left out. Throws Refusal UNREADABLE, LIMIT_EXCEEDED.
 */
export async function readDocx({ bytes }: Source): Promise<Document> {
  const parts = await OfficeParts.open(bytes);
  const main = mainPartOf(await parts.xml('_rels/.rels'));
  const folder = posix.dirname(main);
  const body = await parts.xml(main);
  if (body === '') throw new Refusal('UNREADABLE', 'the file has no text part');
  const styles = readStyles(await parts.xml(`${folder}/styles.xml`));
  const reader = new BodyReader(styles, new Numbering(await parts.xml(`${folder}/numbering.xml`)));
  walkXml(body, reader);
  return {
    mediaType: MEDIA.docx,
    declaredTitle: titleOf(await parts.xml('docProps/core.xml')),
    declaredDate: null,
    declaredPublisher: null,
    blocks: reader.blocks,
  };
}

/** Some programs name the text part otherwise (word/document2.xml). */
function mainPartOf(relations: string): string {
  let main = MAIN_PART;
  walkXml(relations, {
    open(name, { Type = '', Target }) {
      if (name === 'Relationship' && Type.endsWith('/officeDocument') && Target !== undefined) {
        main = posix.normalize(Target.replace(/^\//, ''));
      }
    },
  });
  return main;
}
