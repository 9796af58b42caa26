import { detect } from '../read/mediaType.js';
import { MEDIA } from '../read/mediaTypes.js';
import { Refusal } from '../Refusal.js';

const TEXTUAL: readonly string[] = [MEDIA.html, MEDIA.text, MEDIA.markdown];

/** Declared types that no server gives to a page by mistake. Old Word and Excel files may be pages, so they are not among them. */
const BINARY = /^(?:application\/(?:pdf|zip|vnd\.openxmlformats-officedocument\.)|image\/|audio\/|video\/)/;

/**
 * Holds the declared type against the bytes. A server that promises a PDF and sends a page sends an apology, a log-in or a
 * challenge. Otherwise the bytes decide: servers give wrong types to good documents every day.
 * @throws Refusal UNREADABLE, and UNSUPPORTED_MEDIA for what nobody here reads
 */
export async function checkDeclared(bytes: Uint8Array, fileName: string, declaredType: string | null): Promise<void> {
  if (declaredType === null || !BINARY.test(declaredType.toLowerCase())) return;
  const found = await detect(bytes, fileName, declaredType);
  if (TEXTUAL.includes(found))
    throw new Refusal('UNREADABLE', `expected ${declaredType.split(';', 1)[0]} as declared, came ${found}`);
}
