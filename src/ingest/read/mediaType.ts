import { Refusal } from '../Refusal.js';
import { isBinary } from './mediaTypeBinary.js';
import { textType } from './mediaTypeText.js';
import { MEDIA, type MediaType } from './mediaTypes.js';

const PDF_MARK = '%PDF-';
/** Programs look for the mark in the first kilobyte (PDF 1.7, implementation note 13). */
const PDF_HEAD = 1024;
const OLE_MARK = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP_MARKS = ['504b0304', '504b0506'].map((hex) => Buffer.from(hex, 'hex'));

/**
 * What a document is, told by its bytes: a `.doc` may hold HTML. Name and declared type decide only where bytes can't,
 * between Markdown and plain text. Throws Refusal UNSUPPORTED_MEDIA for what nobody here reads, UNREADABLE for nothing
 * at all or a damaged container.
 */
export async function detect(
  bytes: Uint8Array,
  fileName: string | null,
  declaredType: string | null,
): Promise<MediaType> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) throw new Refusal('UNREADABLE', 'the document is empty');
  if (ZIP_MARKS.some((mark) => buffer.subarray(0, 4).equals(mark))) return officeType(buffer, 'zip');
  if (buffer.subarray(0, 8).equals(OLE_MARK)) return officeType(buffer, 'ole');
  const binary = isBinary(buffer);
  const head = buffer.toString('latin1', 0, PDF_HEAD);
  if (head.startsWith(PDF_MARK) || (binary && head.includes(PDF_MARK))) return MEDIA.pdf;
  if (!binary) return textType(buffer, fileName, declaredType);
  throw new Refusal('UNSUPPORTED_MEDIA', `expected ${Object.keys(MEDIA).join(', ')}; it is ${await nameOf(buffer)}`);
}

/** Neither text nor PDF needs what opens containers. */
async function officeType(buffer: Buffer, container: 'zip' | 'ole'): Promise<MediaType> {
  return (await import('./mediaTypeOffice.js')).officeType(buffer, container);
}

/** A name for the message only. */
async function nameOf(buffer: Buffer): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(buffer).catch(() => undefined);
  return type?.mime ?? 'of an unknown binary type';
}
