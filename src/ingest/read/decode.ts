import { isUtf8 } from 'node:buffer';

/** How many bytes are looked at for a charset declared inside a document. */
const HEAD = 4096;
const REPLACEMENT = /\ufffd/g;

const byteOrderMark = (bytes: Uint8Array): string | null => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
};

const charsetIn = (text: string): string | null =>
  /charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,20})/i.exec(text)?.[1] ?? null;

/** UTF-16 without a mark: Chinese markup has ASCII in it, whose other byte is always zero. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (!bytes.subarray(0, HEAD).includes(0)) return null;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, HEAD);
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < length / 50 || 4 * Math.min(even, odd) > Math.max(even, odd)) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null; // A charset that nobody knows says nothing.
  }
}

/** Servers declare Western charsets for every page: bytes of Chinese are valid in them, and without one Chinese character. */
const HAN = /\p{Script=Han}/u;

const damage = (text: string): number => (text.match(REPLACEMENT) ?? []).length / (text.length + 1);

/**
 * Bytes to text. A byte order mark decides, then valid UTF-8 (which other encodings almost never are by chance), then
 * the charset declared in the HTTP header, then the one in the document, then whichever of UTF-8 and GB18030 loses less.
 */
export function decode(bytes: Uint8Array, declaredType: string | null): string {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return new TextDecoder(mark).decode(bytes);
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const charsets = [charsetIn(declaredType ?? ''), charsetIn(head), 'gb18030'].flatMap((name) => name ?? []);
  let best = utf8;
  for (const charset of charsets) {
    const text = decodeAs(charset, bytes);
    // One flipped byte must not turn a UTF-8 page into another encoding's noise: less loss decides.
    if (text !== null && HAN.test(text) && damage(text) < damage(best) / 2) best = text;
  }
  return best;
}
