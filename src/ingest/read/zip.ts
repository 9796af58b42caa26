import { crc32, inflateRawSync } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../Refusal.js';
import { LIMITS } from './limits.js';
import { zipName } from './zipName.js';

/** A file within a ZIP archive (also a part of a Word or Excel file). */
export interface ZipMember {
  /** Path as the archive says, folders divided by "/", characters decoded. Never used to write anything. */
  readonly name: string;
  readonly size: number;
  /** Inflates the member. Throws Refusal UNREADABLE (encrypted, damaged) or LIMIT_EXCEEDED (over `limit` bytes, ratio). */
  bytes(limit: number): Promise<Uint8Array>;
}

const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

/** The members of a ZIP archive in the order of its directory, folders left out. Throws Refusal UNREADABLE. */
export async function* zipMembers(archive: Uint8Array): AsyncGenerator<ZipMember> {
  const buffer = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  // Sizes are looked at member by member: a wrong one must not stop the others.
  const zip = await damaged(() =>
    fromBufferPromise(buffer, { decodeStrings: false, lazyEntries: true, validateEntrySizes: false }),
  );
  const entries = zip.eachEntry();
  for (;;) {
    const next = await damaged(() => entries.next());
    if (next.done === true) return;
    const entry = next.value;
    const name = zipName(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0, entry.extraFields);
    if (!name.endsWith('/')) {
      yield { name, size: entry.uncompressedSize, bytes: (limit) => damaged(() => inflate(zip, buffer, entry, limit)) };
    }
  }
}

async function inflate(zip: ZipFile, archive: Buffer, entry: Entry, limit: number): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw new Refusal('UNREADABLE', 'the member is encrypted');
  checkSize(entry.uncompressedSize, entry.compressedSize, limit);
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const data = archive.subarray(fileDataStart, fileDataStart + entry.compressedSize);
  const bytes = decompress(entry, data);
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32) {
    throw new Refusal('UNREADABLE', 'the member is damaged: its size or checksum is not the declared one');
  }
  return bytes;
}

function checkSize(size: number, packed: number, limit: number): void {
  if (size > limit) {
    throw new Refusal('LIMIT_EXCEEDED', `the member has ${size} bytes, more than ${limit}`);
  }
  if (size > LIMITS.ratioFreeBytes && size > packed * LIMITS.ratio) {
    throw new Refusal('LIMIT_EXCEEDED', `the member inflates to over ${LIMITS.ratio} times its size`);
  }
}

/** Never makes more than the declared size, which was checked: what an archive says of itself is not trusted. */
function decompress({ compressionMethod, uncompressedSize }: Entry, data: Buffer): Uint8Array {
  if (compressionMethod === STORED) return Uint8Array.from(data);
  if (compressionMethod !== DEFLATED) {
    throw new Refusal('UNREADABLE', `the member is compressed by method ${compressionMethod}, which is not supported`);
  }
  return inflateRawSync(data, { maxOutputLength: Math.max(uncompressedSize, 1) });
}

async function damaged<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('UNREADABLE', 'the ZIP archive is damaged', { cause: error });
  }
}
