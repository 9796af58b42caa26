import { Refusal } from '../Refusal.js';
import type { Document, Source } from '../types.js';
import { LIMITS } from './limits.js';
import { detect } from './mediaType.js';
import { MEDIA, type MediaType } from './mediaTypes.js';

type Reader = (source: Source) => Document | Promise<Document>;

/** Those that were needed before: an import takes its time even of what is there. */
const loaded = new Map<MediaType, Reader>();

/** Readers are loaded when first needed: PDFium alone takes longer to start than a page of HTML takes to read. */
const READERS: Record<MediaType, () => Promise<Reader>> = {
  [MEDIA.pdf]: async () => (await import('./pdf/readPdf.js')).readPdf,
  [MEDIA.docx]: async () => (await import('./docx/readDocx.js')).readDocx,
  [MEDIA.wordXml]: async () => (await import('./docx/readWordXml.js')).readWordXml,
  [MEDIA.doc]: async () => (await import('./doc/readDoc.js')).readDoc,
  [MEDIA.xlsx]: async () => (await import('./xlsx/readXlsx.js')).readXlsx,
  [MEDIA.xls]: async () => (await import('./xlsx/readXls.js')).readXls,
  [MEDIA.html]: async () => textual((await import('./html.js')).readHtml),
  [MEDIA.mhtml]: async () => (await import('./mhtml/readMhtml.js')).readMhtml,
  [MEDIA.text]: async () => textual((await import('./text.js')).readText),
  [MEDIA.markdown]: async () => textual((await import('./text.js')).readText),
  [MEDIA.zip]: () => Promise.reject(new Refusal('UNSUPPORTED_MEDIA', 'an archive holds documents, it is not one')),
};

/**
 * Reads a document of any supported kind. Throws only Refusal: UNSUPPORTED_MEDIA, UNREADABLE (damaged, encrypted),
 * NO_TEXT_LAYER (scanned), LIMIT_EXCEEDED; what a library throws is kept as its `cause`.
 */
export async function read(source: Source): Promise<Document> {
  if (source.bytes.length > LIMITS.documentBytes) {
    throw new Refusal('LIMIT_EXCEEDED', `${source.bytes.length} bytes, more than ${LIMITS.documentBytes}`);
  }
  const mediaType = await detect(source.bytes, source.fileName, source.declaredType);
  const reader = loaded.get(mediaType) ?? (await READERS[mediaType]());
  loaded.set(mediaType, reader);
  try {
    return { ...(await reader(source)), mediaType };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('UNREADABLE', `damaged or not ${mediaType}`, { cause: error });
  }
}

/** The text readers take the declared type for its charset. */
const textual =
  (reader: (bytes: Uint8Array, declaredType: string | null) => Document): Reader =>
  ({ bytes, declaredType }) =>
    reader(bytes, declaredType);
