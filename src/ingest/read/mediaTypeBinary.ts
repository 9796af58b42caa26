const HEAD = 4096;
/** Share of control characters that text has at most; text out of old Word files keeps some. */
const CONTROL_SHARE = 0.02;

/** False for text in any encoding of Chinese; UTF-16 only where a byte order mark says so. */
export function isBinary(bytes: Uint8Array): boolean {
  if (hasUtf16Mark(bytes)) return false;
  const head = bytes.subarray(0, HEAD);
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 0x20 && !isLayout(byte)) controls += 1;
  }
  return controls > Math.max(1, head.length * CONTROL_SHARE);
}

/** True where the text begins with the byte order mark of UTF-16. */
export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Tab, line feed, vertical tab, form feed, carriage return; end of file and escape of old systems. */
const isLayout = (byte: number): boolean => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;
