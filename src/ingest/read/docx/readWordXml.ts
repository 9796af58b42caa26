import { Refusal } from '../../Refusal.js';
import type { Document, Source } from '../../types.js';
import { decode } from '../decode.js';
import { LIMITS } from '../limits.js';
import { MEDIA } from '../mediaTypes.js';
import { OfficeParts } from '../officeParts.js';
import { walkXml } from '../walkXml.js';
import { BodyReader } from './BodyReader.js';
import { Numbering } from './Numbering.js';
import { readParts } from './readDocx.js';
import { readStyles } from './readStyles.js';

const PACKAGE = /<pkg:package[\s>]/;
const PART = /<pkg:part\b[^>]*\bpkg:name="([^"]+)"[^>]*>\s*<pkg:xmlData\b[^>]*>([^]*?)<\/pkg:xmlData>/g;
/** Words beside the text, or out of it, in elements that the reader is not told of. */
const REMARKS = /w:type="Word\.(?:Comment|Deletion)"/;

/**
 * Reads a Word document in one file of XML, as systems fill in templates and save it as .doc: a package of parts (Flat OPC),
 * or Word's own of 2003. Throws Refusal UNREADABLE, UNSUPPORTED_MEDIA, LIMIT_EXCEEDED.
 */
export async function readWordXml({ bytes }: Pick<Source, 'bytes'>): Promise<Document> {
  if (bytes.length > LIMITS.partBytes) throw new Refusal('LIMIT_EXCEEDED', `over ${LIMITS.partBytes} bytes of XML`);
  const xml = decode(bytes, null);
  const document = PACKAGE.test(xml.slice(0, LIMITS.pageCharacters))
    ? await readParts(
        OfficeParts.ofXml(new Map([...xml.matchAll(PART)].map(([, name = '', part = '']) => [name, part]))),
      )
    : readOf2003(xml);
  return { ...document, mediaType: MEDIA.wordXml };
}

function readOf2003(xml: string): Document {
  if (REMARKS.test(xml))
    throw new Refusal('UNSUPPORTED_MEDIA', 'it is Word of 2003 in XML with remarks, which is not read');
  const reader = new BodyReader(readStyles(xml), new Numbering(''));
  walkXml(xml, reader);
  return {
    mediaType: MEDIA.wordXml,
    declaredTitle: null,
    declaredDate: null,
    declaredPublisher: null,
    blocks: reader.blocks,
  };
}
