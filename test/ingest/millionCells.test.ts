import { afterAll, expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { ReaderPool } from '../../src/ingest/reading/ReaderPool.js';
import { cell, docxOf, table } from './read/docxOf.js';
import { line, pdfOf, text } from './read/pdfOf.js';
import { sourceOf } from './read/sourceOf.js';

/** For one document, on a machine busy with other tests; a thread that holds it longer, or takes more memory than it may, is ended. */
const MILLISECONDS = 30_000;
const pool = new ReaderPool(1, MILLISECONDS);
afterAll(() => pool.close());

const HEAD = '某局2021年政府信息公开工作年度报告\n二、主动公开政府信息情况\n信息内容 本年制发件数\n';
const SECTION = '三、收到和处理政府信息公开申请情况\n自然人 总计\n（六）其他处理 1.逾期不补正\n';
const times = (count: number, part: string): string => part.repeat(count);
const row = (separator: string, length = 1000): string => Array.from({ length }, () => '0').join(separator);
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

/** Lines across and down a page, and a figure in some places between them. */
const ruledPage = (): string => {
  const places = Array.from({ length: 400 }, (_, at) => 50 + at * 1.2);
  const rules = places.flatMap((at) => [line(50, 100 + at, 550, 100 + at), line(at, 150, at, 600)]);
  return [...rules, ...places.map((at) => text(at, 120 + at, '0', 1))].join('\n');
};

/** Cells that begin many columns above as many rows: far more places than cells. */
const WIDE = `<table><tr>${times(300, '<td>1')}</tr>${times(300, '<tr><td>1</tr>')}</table>\n`;

test.each<[string, () => Uint8Array]>([
  ['in wide tables of markup within text', () => utf8(HEAD + times(2_000, WIDE))],
  ['in wide tables of a page', () => utf8(`<!DOCTYPE html><meta charset="utf-8">${HEAD}${times(150, WIDE)}`)],
  ['in wide tables of Markdown', () => utf8(HEAD + times(300, `${row('|', 300)}\n--|--\n${times(300, '1|\n')}\n`))],
  ['parted by tabs', () => utf8(HEAD + times(1000, `规章\t${row('\t')}\n`))],
  ['parted by pipes', () => utf8(HEAD + times(1000, `规章 | ${row(' | ')} |\n`))],
  ['parted by pipes, in one line', () => utf8(HEAD + times(1000, `规章 | ${row(' | ')} | `))],
  ['parted by blanks', () => utf8(SECTION + times(1000, `2.重复申请 ${row('  ')}\n`))],
  ['parted by blanks, as many as may be', () => utf8(SECTION + times(99, `2.重复申请 ${row('  ')}\n`))],
  [
    'in rows with blank cells',
    () => utf8(SECTION + times(99_000, '2.重复申请      0      0      0      0      0      0\n')),
  ],
  [
    'in rows with blank cells, as many as may be',
    () => utf8(SECTION + times(14_000, '2.重复申请      0      0      0      0      0      0\n')),
  ],
  [
    'in rows that are full, and others',
    () =>
      utf8(
        SECTION +
          times(6_000, '2.重复申请  0  0  0  0  0  0  0\n2.重复申请      0      0      0      0      0      0\n'),
      ),
  ],
  ['a cell a line', () => utf8(SECTION + times(1_000_000, '0\n'))],
  ['a cell a line, as many lines as may be', () => utf8(SECTION + times(99_000, '0\n'))],
  ['a cell a line, blank lines between', () => utf8(SECTION + times(500_000, '0\n\n\n\n'))],
  ['each after a tab', () => utf8(SECTION + times(1_000_000, '\t0\n'))],
  ['Markdown', () => utf8(`${HEAD}| a |\n|---|\n${times(1000, `| ${row(' | ')} |\n`)}`)],
  ['HTML', () => utf8(`<html><body>${HEAD}<table>${times(1000, `<tr>${times(1000, '<td>0</td>')}</tr>`)}</table>`)],
  ['HTML, a table a cell', () => utf8(`<html><body>${HEAD}${times(200_000, '<table><tr><td>0</td></tr></table>')}`)],
  ['HTML, attributes without end', () => utf8(`<html><body>${HEAD}<td ${times(300_000, 'style="x" ')}`)],
  ['HTML, blanks in a tag', () => utf8(`<html><body>${HEAD}<td a="x"${times(1_000_000, ' ')}b="y">`)],
  ['HTML, tags without end', () => utf8(`<html><body>${HEAD}${times(300_000, '<td a="')}`)],
  ['Word', () => docxOf(table(...Array.from({ length: 1000 }, () => times(200, cell('0')))))],
  ['PDF', () => pdfOf(ruledPage(), ruledPage())],
  [
    'a workbook that is no workbook',
    () => zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'xl/workbook.xml': utf8(times(500_000, '<a>')) }),
  ],
])('a million cells or so, %s: read or refused, in time and memory', async (_, make) => {
  const [reading] = await pool.read([{ source: sourceOf(make()), manifest: null }]);
  const refused = reading !== undefined && 'refused' in reading ? reading.refused : null;
  expect(refused?.message ?? '').not.toMatch(/was ended|the reader failed/);
  expect(refused?.bug ?? null).toBeNull();
});
