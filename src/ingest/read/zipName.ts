import { crc32 } from 'node:zlib';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const GB18030 = new TextDecoder('gb18030');

/** Info-ZIP's Unicode Path (APPNOTE 4.6.9): a version, the CRC of the name that it stands beside, and the name in UTF-8. */
const UNICODE_PATH = 0x7075;
const HEAD = 5;

/** A field that a program adds to an entry. */
export interface ExtraField {
  readonly id: number;
  readonly data: Buffer;
}

/**
 * A member's path as text. Archives made by Windows in China name files in GBK and don't say so, and some made
 * elsewhere are in UTF-8 without the flag for it: what an entry has beside its name in UTF-8 counts, else what is valid
 * UTF-8 is taken as that, anything else as GBK. Control characters, which a terminal would obey, become U+FFFD.
 */
export function zipName(raw: Uint8Array, flaggedUtf8: boolean, extra: readonly ExtraField[] = []): string {
  return (unicodePath(raw, extra) ?? decode(raw, flaggedUtf8)).replaceAll('\\', '/').replaceAll(/\p{Cc}/gu, '\ufffd');
}

/** Null where there is none, or it is of another name: programs that rename a member may leave the old one. */
function unicodePath(raw: Uint8Array, extra: readonly ExtraField[]): string | null {
  const data = extra.find(({ id }) => id === UNICODE_PATH)?.data;
  if (data === undefined || data.length <= HEAD || data[0] !== 1 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return strictly(data.subarray(HEAD));
}

const decode = (raw: Uint8Array, flaggedUtf8: boolean): string =>
  strictly(raw) ?? (flaggedUtf8 ? new TextDecoder().decode(raw) : GB18030.decode(raw));

/** Null where it is no UTF-8. */
function strictly(raw: Uint8Array): string | null {
  try {
    return UTF8.decode(raw);
  } catch {
    return null;
  }
}
