import { describe, expect, test } from '@jest/globals';
import { utils, write, type CellObject } from '@e965/xlsx';
import { showNumber, showText } from '../../../src/ingest/read/xlsx/showNumber.js';
import { bookOf, readingBook, replaced, SHEET, sheetOf } from './xlsxOf.js';

test('a formatted figure is read as shown', async () => {
  const shownAs = bookOf([['a', 4068.208, 1234567]], [], 'xlsx', (sheet) => {
    (sheet['B1'] as CellObject).z = '0.00';
    (sheet['C1'] as CellObject).z = '#,##0';
  });
  expect(await readingBook(shownAs)).toEqual(['| a | 4068.21 | 1,234,567 |']);
});

test.each([
  [5, '0"件"', '5件'],
  [5, '0.00', '5.00'],
  [-1234, '#,##0.00', '-1,234.00'],
  [1234, '#,##0', '1,234'],
  [1234567.8, '#,##0.00', '1,234,567.80'],
  [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
  [25.1, '"¥"#,##0.00', '¥25.10'],
  [5.5, '0.00', '5.50'],
  [-5, '0;[Red]0', '-5'],
  [-5, '0_);(0)', '(5)'],
  [-0.4, '0', '0'],
  [0, '0;-0;;@', ''],
  [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', '-'],
  [251000, '0"."0000', '\ufffc'],
  [251000, '0!.0,', '\ufffc'],
  [251000, '#\\.0000', '\ufffc'],
  [0.05, '0%', '5%'],
  [44000, 'yyyy-mm-dd', '2020-06-18'],
  [0, 'General;-General;;@', ''],
  [0, 'G/通用格式;-G/通用格式;', ''],
  [-5, 'General;-General;;@', '-5'],
  [12345678.5, '[=0]"";General', '12345678.5'],
  [5, 'General"件"', '5件'],
  [251000, '0.0,万', '251.0万'],
  [25.1, '¥#,##0.00_);[Red](¥#,##0.00)', '¥25.10'],
  [5, '[$-804]0', '5'],
  [5, '[$-804]General', '5'],
  [5, '0.##', '5'],
  [0.05, '0.??', '\ufffc'],
  [5, '0;-0;0;;', '\ufffc'],
])('%d in the format %s is shown as %s', (value, format, expected) => {
  expect(showNumber(value, format)).toBe(expected);
});

test.each([
  ['5', ';;;', ''],
  ['5', '0;-0;;', ''],
  ['5', '0;-0;;@', '5'],
  ['5', '0', '5'],
  ['5', '@"件"', '5件'],
  ['无', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '无'],
  ['5', 'General;;;', ''],
])('the text %s in the format %s is shown as %s', (text, format, expected) => {
  expect(showText(text, format)).toBe(expected);
});

const CELLS =
  '<sheetData><row><c><v>0</v></c><c><v>5</v></c><c t="s"><v>0</v></c><c><f>1-1</f><v>0</v></c></row></sheetData>';
const strings = { 'xl/sharedStrings.xml': '<sst><si><t>0</t></si></sst>' };

test.each([
  ['as usual', '', ['| 0 | 5 | 0 | 0 |']],
  ['by a sheet that shows no zeros', '<sheetViews><sheetView showZeros="0"/></sheetViews>', ['| 5 | 0 |']],
])('zeros %s', async (_, view, expected) => {
  expect(await readingBook(sheetOf(view + CELLS, strings))).toEqual(expected);
});

test('results of formulas count for nothing where they are calculated when the workbook is opened', async () => {
  const book =
    '<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>';
  const bytes = sheetOf(CELLS, { ...strings, 'xl/workbook.xml': book });
  expect(await readingBook(bytes)).toEqual(['| 0 | 5 | 0 | =1-1 |']);
});

describe('how cells are set', () => {
  const styles = `<styleSheet>
    <fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0" tint="-0.5"/></font></fonts>
    <fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0000FF"/></patternFill></fill>
      <fill><patternFill patternType="solid"><fgColor indexed="9"/></patternFill></fill></fills>
    <cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="2" fillId="1"/><xf fontId="2" fillId="2"/><xf fontId="3"/></cellXfs>
  </styleSheet>`;

  test.each([
    ['as usual', 0, '| 规章 | 12 |'],
    ['struck out', 1, '| 规章 | 1\u03362\u0336 |'],
    ['white on nothing', 2, '| 规章 | \ufffc |'],
    ['white on blue', 3, '| 规章 | 12 |'],
    ['white on white', 4, '| 规章 | \ufffc |'],
    ['gray', 5, '| 规章 | 12 |'],
  ])('%s', async (_, style, expected) => {
    const cells = `<c t="inlineStr" s="${style}"><is><t>规章</t></is></c><c s="${style}"><v>12</v></c>`;
    const bytes = sheetOf(`<sheetData><row>${cells}</row></sheetData>`, { 'xl/styles.xml': styles });
    expect(await readingBook(bytes)).toEqual([expected]);
  });

  test('texts in place of which a part is raised or struck out', async () => {
    const text = (properties: string): string =>
      `<c t="inlineStr"><is><r><t>52</t></r><r><rPr>${properties}</rPr><t>1</t></r></is></c>`;
    const cells = text('<vertAlign val="superscript"/>') + text('<strike/>') + text('<b/>');
    const bytes = sheetOf(`<sheetData><row>${cells}</row></sheetData>`);
    expect(await readingBook(bytes)).toEqual(['| 52¹ | 52 1\u0336 | 521 |']);
  });
});

describe('zeros that a rule hides', () => {
  const styles =
    '<styleSheet><dxfs><dxf><font><color theme="0"/></font></dxf><dxf><font><color rgb="FFFF0000"/></font></dxf><dxf><numFmt formatCode=";;;"/></dxf></dxfs></styleSheet>';
  const row = '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><v>5</v></c><c r="C1"><v>0</v></c></row>';
  const rule = (attributes: string, formula: string): string =>
    `<sheetData>${row}</sheetData><conditionalFormatting sqref="A1:B1 D1"><cfRule ${attributes}><formula>${formula}</formula></cfRule></conditionalFormatting>`;

  test.each([
    ['white where it is zero', 'type="cellIs" operator="equal" dxfId="0"', '0', '| \ufffc | 5 | 0 |'],
    ['white by a formula', 'type="expression" dxfId="0"', 'A1=0', '| \ufffc | 5 | 0 |'],
    ['not at all', 'type="cellIs" operator="equal" dxfId="2"', '0', '| \ufffc | 5 | 0 |'],
    ['red', 'type="cellIs" operator="equal" dxfId="1"', '0', '| 0 | 5 | 0 |'],
    ['white where it is more', 'type="cellIs" operator="greaterThan" dxfId="0"', '0', '| 0 | 5 | 0 |'],
    ['white where it is five', 'type="cellIs" operator="equal" dxfId="0"', '5', '| 0 | 5 | 0 |'],
  ])('%s', async (_, attributes, formula, expected) => {
    expect(await readingBook(sheetOf(rule(attributes, formula), { 'xl/styles.xml': styles }))).toEqual([expected]);
  });
});

test('parts that are named otherwise than usual, and a sheet that is a chart', async () => {
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${kind}/${type}" Target="${target}"/>`;
  const bytes = replaced({
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', '/xl/book2.xml')}</Relationships>`,
    'xl/book2.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="图" r:id="c"/><sheet name="a" r:id="s"/></sheets></workbook>',
    'xl/_rels/book2.xml.rels': `<Relationships>${relation('c', 'chartsheet', 'c.xml')}${relation('s', 'worksheet', 'worksheets/sheet1.xml')}${relation('t', 'styles', 'styles2.xml')}${relation('u', 'sharedStrings', 'texts.xml')}</Relationships>`,
    'xl/styles2.xml': '<styleSheet><cellXfs><xf numFmtId="9"/></cellXfs></styleSheet>',
    'xl/TEXTS.xml': '<sst><si><t>规章</t></si></sst>',
    [SHEET]: '<worksheet><sheetData><row><c t="s"><v>0</v></c><c><v>0.05</v></c></row></sheetData></worksheet>',
  });
  expect(await readingBook(bytes)).toEqual(['| 规章 | 5% |']);
});

test('sheets one after another, hidden ones left out', async () => {
  const book = utils.book_new();
  for (const name of ['one', 'two', 'three']) utils.book_append_sheet(book, utils.aoa_to_sheet([[name, 1]]), name);
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }));
  expect(await readingBook(bytes)).toEqual(['| one | 1 |', '| three | 1 |']);
});

test.each(['xlsx', 'biff8'] as const)('the names of sheets that say a year (%s)', async (type) => {
  const book = utils.book_new();
  for (const name of ['2022', 'x', '2023年']) utils.book_append_sheet(book, utils.aoa_to_sheet([[name, 1]]), name);
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: type }));
  expect(await readingBook(bytes)).toEqual(['2022', '| 2022 | 1 |', '| x | 1 |', '2023年', '| 2023年 | 1 |']);
});

test('what a sheet declares as its range is not walked', async () => {
  const sheet = '<sheetData><row r="1"><c r="A1"><v>7</v></c><c r="B1"><v>1</v></c></row></sheetData>';
  const merged = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>';
  const bytes = replaced({ [SHEET]: `<worksheet><dimension ref="A1:XFD1048576"/>${sheet}${merged}</worksheet>` });
  expect(await readingBook(bytes)).toEqual(['| 7 | 1 |']);
});
