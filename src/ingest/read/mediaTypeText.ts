import { Refusal } from '../Refusal.js';
import { hasUtf16Mark } from './mediaTypeBinary.js';
import { MEDIA, type MediaType } from './mediaTypes.js';

const HEAD = 64 * 1024;
const HTML_START = /^<(?:!doctype\s+html|!--|\?xml|[a-z][a-z0-9:]*[\s>/])/i;
const HTML_WITHIN = /<(?:!doctype\s+html|html|head|body|table)\b/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
/** A row of dashes under the header of a table. */
const MARKDOWN_TABLE = /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/m;

/** Tells HTML from Markdown from plain text, all encodings of Chinese being alike in ASCII. Throws Refusal UNSUPPORTED_MEDIA. */
export function textType(buffer: Buffer, fileName: string | null, declaredType: string | null): MediaType {
  const head = asciiOf(buffer).trimStart();
  if (head.startsWith('{\\rtf')) throw new Refusal('UNSUPPORTED_MEDIA', 'it is RTF, which is not read');
  if (/^MIME-Version:/i.test(head)) {
    throw new Refusal('UNSUPPORTED_MEDIA', 'it is a web archive (MHTML), which is not read');
  }
  const markdown = MARKDOWN_NAME.test(fileName ?? '') || declaredType?.startsWith(MEDIA.markdown) === true;
  // Tools that make Markdown leave single HTML tables in it.
  if (HTML_START.test(head) || (!markdown && HTML_WITHIN.test(head))) return MEDIA.html;
  return markdown || MARKDOWN_TABLE.test(head) ? MEDIA.markdown : MEDIA.text;
}

function asciiOf(buffer: Buffer): string {
  if (!hasUtf16Mark(buffer)) return buffer.toString('latin1', 0, HEAD).replace(/^\u00ef\u00bb\u00bf/, '');
  const head = buffer.subarray(2, HEAD);
  const even = Buffer.from(head.subarray(0, head.length - (head.length % 2)));
  return (buffer[0] === 0xff ? even : even.swap16()).toString('utf16le');
}
