import { expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { read } from '../../../src/ingest/read/read.js';
import { cell, docxOf, paragraph, run, table } from './docxOf.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

const reading = async (xml: string): Promise<string[]> => shown(await read(sourceOf(xml, 'report.doc')));

/** A Word file as one file of XML, its parts within a package. */
const flat = (file: Uint8Array): string =>
  `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="p">${Object.entries(
    unzipSync(file),
  )
    .map(([name, part]) => `<pkg:part pkg:name="/${name}"><pkg:xmlData>${strFromU8(part)}</pkg:xmlData></pkg:part>`)
    .join('')}</pkg:package>`;

/** Word's own XML of 2003. */
const of2003 = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="w" xmlns:wx="wx" xmlns:aml="aml"><w:styles><w:style w:type="character" w:styleId="h"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles><w:body><wx:sect>${body}<w:sectPr><w:ftr>${paragraph('- 1 -')}</w:ftr></w:sectPr></wx:sect></w:body></w:wordDocument>`;

const BODY = paragraph('二、主动公开') + table(cell('规章', '<w:gridSpan w:val="2"/>') + cell('1') + cell(''));

test('a package of parts in one file', async () => {
  expect(await reading(flat(docxOf(BODY)))).toEqual(['二、主动公开', '| 规章 | 1 | · |']);
});

test.each([
  ['a table', BODY, ['二、主动公开', '| 规章 | 1 | · |']],
  [
    'merged cells',
    table(cell('g', '<w:vmerge w:val="restart"/>') + cell('1'), cell('', '<w:vmerge/>') + cell('2')),
    ['| g | 1 |', '| ~ | 2 |'],
  ],
  [
    'hidden text, by its run and by its style',
    table(
      cell(paragraph(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>7</w:t></w:r>${run('1')}`)) +
        cell(paragraph(`<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>7</w:t></w:r>${run('2')}`)),
    ),
    ['| 1 | 2 |'],
  ],
  ['a note', table(cell(paragraph(`${run('1')}<w:r><w:footnote>${paragraph('2')}</w:footnote></w:r>`))), ['| 1 |']],
])('Word of 2003: %s', async (_, body, expected) => {
  expect(await reading(of2003(body))).toEqual(expected);
});

test.each([
  ['remarks', of2003(`<aml:annotation w:type="Word.Comment"><aml:content>${BODY}</aml:content></aml:annotation>`)],
  [
    'a workbook',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
  ],
])('XML of 2003 is refused: %s', async (_, xml) => {
  expect(await refusalOf(() => read(sourceOf(xml)))).toBe('UNSUPPORTED_MEDIA');
});

test('one that ends early is refused', async () => {
  expect(await refusalOf(() => read(sourceOf(of2003(BODY).slice(0, 600))))).toBe('UNREADABLE');
});
