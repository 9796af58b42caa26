const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/**
 * A member's path as text. Archives made by Windows in China name files in GBK and don't say so, and some made
 * elsewhere are in UTF-8 without the flag for it: what is valid UTF-8 is taken as that, anything else as GBK.
 * Control characters, which a terminal would obey, become U+FFFD.
 */
export function zipName(raw: Uint8Array, flaggedUtf8: boolean): string {
  return decode(raw, flaggedUtf8)
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cc}/gu, '\ufffd');
}

function decode(raw: Uint8Array, flaggedUtf8: boolean): string {
  try {
    return UTF8.decode(raw);
  } catch {
    return flaggedUtf8 ? new TextDecoder().decode(raw) : GB18030.decode(raw);
  }
}
