import { describe, expect, test } from '@jest/globals';
import { decode } from '../../../src/ingest/read/decode.js';

const TEXT = '<p>政府信息公开，共57件。</p>';
/** TEXT in GBK (of which GB18030 is a superset). */
const GBK = Uint8Array.from(Buffer.from('3c703ed5feb8aed0c5cfa2b9abbfaaa3acb9b23537bcfea1a33c2f703e', 'hex'));
const utf16 = (mark: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(mark + TEXT, 'utf16le');
  return Uint8Array.from(bigEndian ? bytes.swap16() : bytes);
};
const withHead = (head: string, body: Uint8Array): Uint8Array => Uint8Array.from([...Buffer.from(head), ...body]);

describe('decode', () => {
  test.each<[string, Uint8Array, string | null]>([
    ['UTF-8', Buffer.from(TEXT), null],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), null],
    ['UTF-8 declared as something else', Buffer.from(TEXT), 'text/html; charset=gb2312'],
    ['GBK declared in the header', GBK, 'text/html; charset=GBK'],
    ['GB18030 declared by nobody', GBK, null],
    ['GBK declared as UTF-8', GBK, 'text/html; charset=utf-8'],
    ['GBK declared as Western', GBK, 'text/html; charset=ISO-8859-1'],
    ['GBK with an unknown charset', GBK, 'text/html; charset=martian'],
    ['UTF-16 little-endian with a mark', utf16('\ufeff', false), null],
    ['UTF-16 big-endian with a mark', utf16('\ufeff', true), null],
    ['UTF-16 without a mark', utf16('', false), null],
    ['UTF-16 big-endian without a mark', utf16('', true), null],
  ])('%s', (_name, bytes, declared) => expect(decode(bytes, declared)).toBe(TEXT));

  test('GBK declared in the document', () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">';
    expect(decode(withHead(head, GBK), null)).toBe(head + TEXT);
  });

  test('Big5 declared in the document', () => {
    const head = '<meta charset="big5">';
    expect(decode(withHead(head, Buffer.from('ac46a9b2b8eab054a4bdb67d', 'hex')), null)).toBe(`${head}政府資訊公開`);
  });

  test('one broken byte does not turn UTF-8 into another encoding', () => {
    const bytes = Buffer.from(TEXT.repeat(20));
    bytes[100] = 0xff;
    expect(decode(bytes, null)).toContain(TEXT.repeat(15));
  });
});
