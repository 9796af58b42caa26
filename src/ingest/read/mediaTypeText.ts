import { Refusal } from '../Refusal.js';
import { utf16Of } from './mediaTypeBinary.js';
import { MEDIA, type MediaType } from './mediaTypes.js';

const HEAD = 64 * 1024;
const HTML_START = /^<(?:!doctype\s+html|!--|\?xml|[a-z][a-z0-9:]*[\s>/])/i;
const HTML_WITHIN = /<(?:!doctype\s+html|html|head|body|table)\b/i;
/** The outermost element of a Word document in one file of XML, and of a workbook. */
const WORD_XML = /^<[^]{0,4096}?<(?:w:wordDocument|pkg:package)[\s>]/;
const WORKBOOK_XML = /^<[^]{0,4096}?<(?:ss:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
/** How the headers of mails and web archives begin. */
const MESSAGE = /^[a-z][a-z0-9-]{1,60}:/i;
const WEB_ARCHIVE = /^Content-Type:[ \t]*(?:multipart\/related|text\/html)/im;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
/** A row of dashes under the header of a table. */
const MARKDOWN_TABLE = /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/m;

/** Tells HTML from Word in XML from web archives from Markdown from plain text, all encodings of Chinese being alike in ASCII. Throws Refusal UNSUPPORTED_MEDIA. */
export function textType(buffer: Buffer, fileName: string | null, declaredType: string | null): MediaType {
  const head = asciiOf(buffer).trimStart();
  if (head.startsWith('{\\rtf')) throw new Refusal('UNSUPPORTED_MEDIA', 'it is RTF, which is not read');
  const message = MESSAGE.test(head) ? head.slice(0, /\r?\n\r?\n/.exec(head)?.index) : '';
  if (/^MIME-Version:/im.test(message)) {
    if (WEB_ARCHIVE.test(message)) return MEDIA.mhtml;
    throw new Refusal('UNSUPPORTED_MEDIA', 'it is a mail or another message (MIME), which is not read');
  }
  const markdown = MARKDOWN_NAME.test(fileName ?? '') || declaredType?.startsWith(MEDIA.markdown) === true;
  if (WORD_XML.test(head)) return MEDIA.wordXml;
  if (WORKBOOK_XML.test(head))
    throw new Refusal('UNSUPPORTED_MEDIA', 'it is a workbook of 2003 in XML, which is not read');
  // Tools that make Markdown leave single HTML tables in it.
  if (HTML_START.test(head) || (!markdown && HTML_WITHIN.test(head))) return MEDIA.html;
  return markdown || MARKDOWN_TABLE.test(head) ? MEDIA.markdown : MEDIA.text;
}

function asciiOf(buffer: Buffer): string {
  const order = utf16Of(buffer);
  if (order === null) return buffer.toString('latin1', 0, HEAD).replace(/^\u00ef\u00bb\u00bf/, '');
  return new TextDecoder(order).decode(buffer.subarray(0, HEAD));
}
