const HEAD = 4096;
/** Share of control characters that text has at most; text out of old Word files keeps some. */
const CONTROL_SHARE = 0.02;

/** False for text in any encoding of Chinese; UTF-16 only where a byte order mark says so, or it begins as a page does. */
export function isBinary(bytes: Uint8Array): boolean {
  if (utf16Of(bytes) !== null) return false;
  const head = bytes.subarray(0, HEAD);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && !isLayout(byte)) controls += 1;
  }
  return controls > Math.max(1, head.length * CONTROL_SHARE);
}

/** The order of the bytes of UTF-16, told by the mark that it begins with, or by the `<` and one of `!?a-z` of a page; null for anything else. */
export function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === LESS && b === 0 && d === 0 && isTag(c))) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || (a === 0 && b === LESS && c === 0 && isTag(d)) ? 'utf-16be' : null;
}

const LESS = 0x3c;
const isTag = (byte: number): boolean => /[!?a-z]/i.test(String.fromCodePoint(byte));

/** Tab, line feed, vertical tab, form feed, carriage return; end of file and escape of old systems. */
const isLayout = (byte: number): boolean => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
