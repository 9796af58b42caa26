import { LIMITS } from '../read/limits.js';
import { Refusal } from '../Refusal.js';

/** Bytes of an archive of documents; it is held in memory while its members are taken out. */
const ARCHIVE_BYTES = LIMITS.innerArchiveBytes;

/** Whether that is how a ZIP archive begins. */
export const beginsLikeArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/**
 * @param head how the document begins
 * @throws Refusal LIMIT_EXCEEDED where so many bytes are too many for what begins like this
 */
export function checkSize(size: number, head: Uint8Array): void {
  const limit = beginsLikeArchive(head) ? ARCHIVE_BYTES : LIMITS.documentBytes;
  if (size > limit) throw new Refusal('LIMIT_EXCEEDED', `over ${limit} bytes`);
}
