import { Refusal } from '../Refusal.js';
import { LIMITS } from './limits.js';
import { MEDIA, type MediaType } from './mediaTypes.js';
import { zipMembers } from './zip.js';

const CONTENT_TYPES = '[Content_Types].xml';
/** What the directory at the end of an archive ends with. */
const DIRECTORY_END = Buffer.from('504b0506', 'hex');

/** Tells Word from Excel from a mere archive by what the container holds. Throws Refusal UNSUPPORTED_MEDIA, UNREADABLE. */
export const officeType = (buffer: Buffer, container: 'zip' | 'ole'): Promise<MediaType> =>
  container === 'zip' ? zipType(buffer) : oleType(buffer);

async function zipType(buffer: Buffer): Promise<MediaType> {
  if (buffer.lastIndexOf(DIRECTORY_END) < 0) throw new Refusal('UNREADABLE', 'the ZIP archive ends early');
  // A plain archive of many thousand documents is told without walking its directory.
  if (!buffer.includes(CONTENT_TYPES) && !buffer.includes('OFD.xml') && !buffer.includes('mimetype')) return MEDIA.zip;
  const [roots, names] = [new Set<string>(), new Set<string>()];
  let count = 0;
  for await (const { name } of zipMembers(buffer)) {
    if ((count += 1) > LIMITS.parts) break;
    names.add(name);
    roots.add(name.includes('/') ? `${name.split('/', 1)[0] ?? ''}/` : name);
  }
  if (roots.has('OFD.xml')) throw unsupported('OFD (GB/T 33190)');
  if (roots.has('mimetype') && roots.has('content.xml')) throw unsupported('OpenDocument');
  if (!roots.has(CONTENT_TYPES)) return MEDIA.zip;
  if (roots.has('word/')) return MEDIA.docx;
  if (names.has('xl/workbook.bin')) throw unsupported('a binary workbook (XLSB)');
  if (roots.has('xl/')) return MEDIA.xlsx;
  if (roots.has('ppt/')) throw unsupported('PowerPoint');
  return MEDIA.zip;
}

async function oleType(buffer: Buffer): Promise<MediaType> {
  const { OleFile } = await import('./OleFile.js');
  const names = new OleFile(buffer).names;
  if (names.has('EncryptedPackage')) throw new Refusal('UNREADABLE', 'the Office file is encrypted');
  if (names.has('WordDocument')) return MEDIA.doc;
  if (names.has('Workbook') || names.has('Book')) return MEDIA.xls;
  throw unsupported('an OLE file that is neither Word nor Excel');
}

const unsupported = (what: string): Refusal => new Refusal('UNSUPPORTED_MEDIA', `it is ${what}, which is not read`);
