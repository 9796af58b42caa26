import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { utils, write } from '@e965/xlsx';
import { detect } from '../../../src/ingest/read/mediaType.js';
import { MEDIA } from '../../../src/ingest/read/mediaTypes.js';
import { readFixture } from './readFixture.js';
import { refusalOf } from './refusalOf.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const gbk = Buffer.from('b9d9b7bdcdf8d5be0d0a313220333420', 'hex');
const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));
const sheet = utils.book_new(utils.aoa_to_sheet([['a', 1]]));

describe('told by the bytes, whatever the name says', () => {
  test.each<[string, Uint8Array, string | null, string]>([
    ['PDF', utf8('%PDF-1.4\n'), 'report.doc', MEDIA.pdf],
    ['PDF after some bytes of mail', Buffer.concat([Buffer.alloc(20), utf8('%PDF-1.4\n')]), null, MEDIA.pdf],
    ['HTML in a .doc', utf8('<html xmlns:o="urn:x"><body>'), 'report.doc', MEDIA.html],
    ['HTML in a .xls', utf8('\ufeff  <table><tr><td>1</td></tr></table>'), 'report.xls', MEDIA.html],
    ['HTML with words before it', utf8('words\n<!DOCTYPE html>\n<html>'), null, MEDIA.html],
    ['a part of a page', utf8('<p>text</p>'), null, MEDIA.html],
    ['HTML in UTF-16', Buffer.from('\ufeff<html><body>x', 'utf16le'), null, MEDIA.html],
    ['a web archive', utf8('From: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n'), null, MEDIA.mhtml],
    ['HTML in UTF-16 without a mark', Buffer.from('<html><body>政', 'utf16le'), null, MEDIA.html],
    ['HTML in UTF-16 the other way round', Buffer.from('<!DOCTYPE html>政', 'utf16le').swap16(), null, MEDIA.html],
    ['text in UTF-8', utf8('政府信息公开'), 'report.pdf', MEDIA.text],
    ['text in GBK', gbk, null, MEDIA.text],
    ['text in UTF-16', Buffer.from('\ufeff公开', 'utf16le'), null, MEDIA.text],
    ['text with a page feed', utf8('a\fb\n'), null, MEDIA.text],
    ['text that compares', utf8('本年 < 上年'), null, MEDIA.text],
    ['a table in Markdown', utf8('| a | b |\n|---|---|\n| 1 | 2 |'), null, MEDIA.markdown],
    ['a .md', utf8('# title'), 'report.md', MEDIA.markdown],
    ['a .md with a table in HTML', utf8('# title\n<table></table>'), 'report.md', MEDIA.markdown],
    ['an archive', zip('a.html', 'b/c.pdf'), 'report.docx', MEDIA.zip],
    ['an archive with a folder called word', zip('word/a.html'), null, MEDIA.zip],
    ['Word', zip('[Content_Types].xml', 'word/document.xml'), 'report.zip', MEDIA.docx],
    ['Word that packs its text first', zip('word/document.xml', '[Content_Types].xml'), null, MEDIA.docx],
    ['Excel', new Uint8Array(write(sheet, { type: 'array', bookType: 'xlsx' })), null, MEDIA.xlsx],
    ['Excel of 2003', new Uint8Array(write(sheet, { type: 'array', bookType: 'biff8' })), 'report.doc', MEDIA.xls],
    ['Word of 2003', readFixture('merged.doc'), 'report.xls', MEDIA.doc],
  ])('%s', async (_, bytes, fileName, expected) => {
    expect(await detect(bytes, fileName, null)).toBe(expected);
  });

  test('a declared type decides between Markdown and text only', async () => {
    expect(await detect(utf8('# title'), null, 'text/markdown; charset=utf-8')).toBe(MEDIA.markdown);
    expect(await detect(utf8('%PDF-1.4'), null, 'text/html')).toBe(MEDIA.pdf);
  });
});

test.each<[string, Uint8Array, string]>([
  ['nothing at all', new Uint8Array(), 'UNREADABLE'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'UNSUPPORTED_MEDIA'],
  ['random bytes', Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 256), 'UNSUPPORTED_MEDIA'],
  ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), 'UNSUPPORTED_MEDIA'],
  ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'UNSUPPORTED_MEDIA'],
  ['OpenDocument', zip('mimetype', 'content.xml'), 'UNSUPPORTED_MEDIA'],
  ['RTF', utf8('{\\rtf1 x}'), 'UNSUPPORTED_MEDIA'],
  ['a mail', utf8('From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\n<html>'), 'UNSUPPORTED_MEDIA'],
  ['a cut archive', zip('[Content_Types].xml', 'word/document.xml').subarray(0, 150), 'UNREADABLE'],
  ['a cut OLE file', readFixture('merged.doc').subarray(0, 600), 'UNREADABLE'],
])('%s is refused', async (_, bytes, reason) => {
  expect(await refusalOf(() => detect(bytes, null, null))).toBe(reason);
});
