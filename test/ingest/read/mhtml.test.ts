import { expect, test } from '@jest/globals';
import { read } from '../../../src/ingest/read/read.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

const PAGE = '<title>年度报告</title><table><tr><td>规章</td><td>12</td></tr></table>';
/** 规章 in GBK. */
const GBK = '<table><tr><td>=B9=E6=D5=C2</td><td>1=\r\n2</td></tr></table>';
const quoted = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('=\r\n');

const HEAD =
  'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n';
const part = (type: string, encoding: string, content: string): string =>
  `----B\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
const archive = (...parts: string[]): string => `${HEAD}${parts.join('')}----B--\r\n`;
const TABLE = ['| 规章 | 12 |'];

test.each([
  ['quoted-printable', archive(part('text/html; charset="utf-8"', 'quoted-printable', quoted(PAGE))), TABLE],
  ['base64', archive(part('text/html', 'base64', Buffer.from(PAGE).toString('base64'))), TABLE],
  ['as it is', archive(part('text/html', '8bit', PAGE)), TABLE],
  ['GBK', archive(part('text/html;\r\n\tcharset="gb2312"', 'quoted-printable', GBK)), TABLE],
  [
    'frames and pictures',
    archive(
      part('text/html', '8bit', PAGE),
      part('image/png', 'base64', 'AAAA'),
      part('text/html', '8bit', '<p>a</p>'),
    ),
    [...TABLE, 'a'],
  ],
  ['a blank before the charset', archive(part('text/html ; charset="utf-8"', '8bit', PAGE)), TABLE],
  ['a picture in an encoding of its own', archive(part('text/html', '8bit', PAGE), part('image/png', 'x', 'a')), TABLE],
  [
    'a boundary that begins with another',
    archive(
      `----B\r\nContent-Type: multipart/alternative; boundary="--B1"\r\n\r\n${part('text/html', '8bit', PAGE).replace('--B', '--B1')}----B1--\r\n`,
    ),
    TABLE,
  ],
  [
    'a line that begins like a boundary',
    archive(part('text/html', '8bit', PAGE.replace('12', '12\r\n----Bis\r\n\r\n34'))),
    ['| 规章 | 12 ----Bis 34 |'],
  ],
  ['a page alone', `MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n${PAGE}`, TABLE],
])('a web archive: %s', async (_, text, expected) => {
  expect(shown(await read(sourceOf(text)))).toEqual(expected);
});

test.each([
  ['parts', archive('----B\r\n\r\n'.repeat(6000))],
  ['pages', archive(part('text/html', '8bit', '<p>a</p>'.repeat(30_000)).repeat(4))],
])('a web archive of too many %s is refused', async (_, text) => {
  expect(await refusalOf(() => read(sourceOf(text)))).toBe('LIMIT_EXCEEDED');
});

test('a web archive cut anywhere within its parts is refused', async () => {
  const whole = archive(part('text/html', '8bit', PAGE), part('image/png', 'base64', 'AAAA'));
  for (let length = HEAD.length; length < whole.length - '--\r\n'.length; length += 1)
    expect(await refusalOf(() => read(sourceOf(whole.slice(0, length))))).toBe('UNREADABLE');
});

test.each([
  ['cut off', archive(part('text/html', '8bit', PAGE)).slice(0, -20)],
  ['of no page', archive(part('image/png', 'base64', 'AAAA'))],
  ['of an unknown encoding', archive(part('text/html', 'x-uuencode', PAGE))],
  ['without a boundary', `MIME-Version: 1.0\nContent-Type: multipart/related\n\n${PAGE}`],
])('a web archive %s is refused', async (_, text) => {
  expect(await refusalOf(() => read(sourceOf(text)))).toBe('UNREADABLE');
});
