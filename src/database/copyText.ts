import { types } from 'node:util';

/** A value of a row, as COPY takes it; null is SQL's. */
export type CopyValue = string | number | boolean | Date | Uint8Array | null;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const SPECIAL = /[\\\n\r\t]/g;

const escaped = (text: string): string =>
  // Nearly all texts have none, and looking for them costs less than replacing.
  text.search(SPECIAL) < 0 ? text : text.replace(SPECIAL, (special) => ESCAPES[special] ?? special);

const hexOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

function fieldOf(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (types.isDate(value)) return value.toISOString();
  return types.isUint8Array(value) ? `\\\\x${hexOf(value)}` : String(value);
}

/** A row in COPY's text format, without the end of its line; texts hold no character 0. */
export const copyText = (row: readonly CopyValue[]): string => row.map(fieldOf).join('\t');
