import { describe, expect, test } from '@jest/globals';
import { utils, type BookType, type CellObject } from '@e965/xlsx';
import { read } from '../../../src/ingest/read/read.js';
import { readFixture } from './readFixture.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';
import { bookOf, readingBook, replaced, SHEET, sheetOf, type Rows } from './xlsxOf.js';

const TYPES = ['xlsx', 'biff8'] as const satisfies BookType[];
const reading = (...book: Parameters<typeof bookOf>): Promise<string[]> => readingBook(bookOf(...book));

describe.each(TYPES)('%s', (type) => {
  test.each<[string, Rows, string[], string[]]>([
    [
      'a table',
      [
        ['a', 1],
        ['b', 2.5],
      ],
      [],
      ['| a | 1 |', '| b | 2.5 |'],
    ],
    [
      'merged cells',
      [
        ['head', null, 'x'],
        ['g', 'a', 1],
        [null, 'b', 2],
      ],
      ['A1:B1', 'A2:A3'],
      ['| head | ~ | x |', '| g | a | 1 |', '| ~ | b | 2 |'],
    ],
    ['a title above', [['年度报告'], [], ['a', 1], ['b', 2]], [], ['年度报告', '| a | 1 |', '| b | 2 |']],
    ['an empty row between two tables', [['a', 1], [], ['b', 2]], [], ['| a | 1 |', '| b | 2 |']],
    [
      'a line over the whole width',
      [
        ['a', 1, 2],
        ['line', null, null],
        ['b', 3, 4],
      ],
      ['A2:C2'],
      ['| a | 1 | 2 |', 'line', '| b | 3 | 4 |'],
    ],
    [
      'a line between figures and headings',
      [['a', 1, 2], ['四、情况'], ['x', 'y', 'z'], ['b', 3, 4]],
      [],
      ['| a | 1 | 2 |', '四、情况', '| x | y | z |', '| b | 3 | 4 |'],
    ],
    [
      'notes below figures',
      [['a', 1, 2], ['填表人：张三'], ['四、情况'], ['单位：件'], ['x', 'y', 'z'], ['b', 3, 4], ['注：不含上年。']],
      [],
      ['| a | 1 | 2 |', '填表人：张三', '四、情况', '单位：件', '| x | y | z |', '| b | 3 | 4 |', '注：不含上年。'],
    ],
    [
      'a note below headers',
      [['x', 'y'], ['注：不含上年。'], [3, 4]],
      [],
      ['| x | y |', '| 注：不含上年。 | · |', '| 3 | 4 |'],
    ],
    [
      'a row of blank figures is no line',
      [['h', 'x', 'y'], ['a', 1, 2], ['b'], ['c', 3, 4], ['d']],
      [],
      ['| h | x | y |', '| a | 1 | 2 |', '| b | · | · |', '| c | 3 | 4 |', '| d | · | · |'],
    ],
    [
      'what stands behind an empty column',
      [
        ['h', 'x', 'y', null, null],
        ['a', 1, 2, null, '已核'],
        ['b', 3, 4, null, 0],
      ],
      [],
      ['| h | x | y |', '| a | 1 | 2 |', '| b | 3 | 4 |', '| 已核 |', '| 0 |'],
    ],
    [
      'a figure behind an empty column, and a blank cell before it',
      [
        ['h', 'x', 'y', null, null],
        ['a', 1, 2, null, null],
        ['b', 3, null, null, 4],
      ],
      [],
      ['| h | x | y | · | · |', '| a | 1 | 2 | · | · |', '| b | 3 | · | · | 4 |'],
    ],
    [
      'figures of another year behind an empty column',
      [
        ['a', 1, 2, null, 3, 4],
        ['b', 5, 6, null, 7, 8],
      ],
      [],
      ['| a | 1 | 2 | · | 3 | 4 |', '| b | 5 | 6 | · | 7 | 8 |'],
    ],
    [
      'an empty column behind labels',
      [
        ['a', null, 1, 2],
        ['b', null, 3, 4],
      ],
      [],
      ['| a | · | 1 | 2 |', '| b | · | 3 | 4 |'],
    ],
    ['blank is not zero', [['a', 0, null, '0', '/']], [], ['| a | 0 | · | 0 | / |']],
    [
      'exact figures',
      [['a', 59237.2449, 3985758, 1234567.8901, 0.1 + 0.2, 123456789012345]],
      [],
      ['| a | 59237.2449 | 3985758 | 1234567.8901 | 0.3 | 123456789012345 |'],
    ],
    ['a cell of two lines', [['商业\n企业', 'x']], [], ['| 商业⏎企业 | x |']],
  ])('%s', async (_, rows, merges, expected) => {
    expect(await reading(rows, merges, type)).toEqual(expected);
  });
});

describe('what a sheet hides', () => {
  const ROWS = [
    ['g', null, 'x', 'y'],
    [null, 'a', 1, 2],
    [null, 'b', 3, 4],
    [null, 'c', 5, 6],
  ];
  const hide = (type: BookType, what: '!rows' | '!cols', hidden: readonly number[]): Promise<string[]> =>
    reading(ROWS, ['A1:B1', 'A2:A4'], type, (sheet) => {
      sheet[what] = ROWS.map((_, at) => ({ width: 9, hidden: hidden.includes(at) }));
    });

  test.each<[string, '!rows' | '!cols', number[], string[]]>([
    ['a row', '!rows', [2], ['| g | ~ | x | y |', '| · | a | 1 | 2 |', '| ~ | c | 5 | 6 |']],
    ['two rows, a merged cell beginning in the first', '!rows', [1, 2], ['| g | ~ | x | y |', '| · | c | 5 | 6 |']],
    ['a column', '!cols', [2], ['| g | ~ | y |', '| · | a | 2 |', '| ~ | b | 4 |', '| ~ | c | 6 |']],
    [
      'a column in which merged cells begin',
      '!cols',
      [0],
      ['| g | x | y |', '| a | 1 | 2 |', '| b | 3 | 4 |', '| c | 5 | 6 |'],
    ],
  ])('%s', async (_, what, hidden, expected) => {
    expect(await hide('xlsx', what, hidden)).toEqual(expected);
    // The program that writes these says nothing of rows.
    if (what === '!cols') expect(await hide('biff8', what, hidden)).toEqual(expected);
  });
});

const row = (number: number, columns: number): string =>
  `<row r="${number}">${Array.from({ length: columns }, (_, i) => `<c r="${utils.encode_col(i)}${number}"><v>${i}</v></c>`).join('')}</row>`;
const rows = (count: number, columns: number): string =>
  `<sheetData>${Array.from({ length: count }, (_, i) => row(i + 1, columns)).join('')}</sheetData>`;

describe('cells as other programs write them', () => {
  const strings =
    '<sst><si><t>a</t></si><si><r><t>商业</t></r><r><t>企业</t></r></si><si><t>汉</t><rPh sb="0" eb="1"><t>han</t></rPh></si><si><t>x_x000A_y</t></si><si><r><t>52</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t>3</t></r></si><si><r><rPr><strike/></rPr><t>7</t></r><r><t>52</t></r></si></sst>';

  test.each([
    [
      'without their places',
      '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      ['| 1 | 2 |', '| 3 | · |'],
    ],
    ['texts by number', '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>', ['| a | 商业企业 |']],
    ['a text with its reading', '<row><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row>', ['| a | 汉 |']],
    ['a text with an escaped line break', '<row><c t="s"><v>0</v></c><c t="s"><v>3</v></c></row>', ['| a | x⏎y |']],
    ['raised and struck out', '<row><c t="s"><v>4</v></c><c t="s"><v>5</v></c></row>', ['| 52¹3 | 7̶ 52 |']],
    ['texts in place', '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row>', ['| a | 1 |']],
    [
      'formulas, of which the result counts',
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>"a"</f><v>a</v></c></row>',
      ['| 2 | a |'],
    ],
    [
      'formulas without a result, which only Excel knows',
      '<row><c><f>SUM(A2:B2)</f></c><c><f>1+1</f><v></v></c><c t="str"><f>""</f><v></v></c><c><v>1</v></c></row>',
      ['| =SUM(A2:B2) | =1+1 | · | 1 |'],
    ],
    ['errors and truth values', '<row><c t="e"><v>#DIV/0!</v></c><c t="b"><v>1</v></c></row>', ['| #DIV/0! | TRUE |']],
    [
      'figures in scientific notation',
      '<row><c><v>1.2E+3</v></c><c><v>3.985758E6</v></c></row>',
      ['| 1200 | 3985758 |'],
    ],
  ])('%s', async (_, content, expected) => {
    const sheet = {
      [SHEET]: `<x:worksheet xmlns:x="x"><x:sheetData>${content.replaceAll(/<(\/?)/g, '<$1x:')}</x:sheetData></x:worksheet>`,
    };
    const bytes = replaced({ ...sheet, 'xl/sharedStrings.xml': strings });
    expect(shown(await read(sourceOf(bytes)))).toEqual(expected);
  });
});

test.each<[string, () => Uint8Array, string]>([
  ['a sheet of a million cells', () => sheetOf(rows(1000, 1000)), 'LIMIT_EXCEEDED'],
  ['a sheet of a hundred thousand cells and one', () => sheetOf(rows(1001, 100)), 'LIMIT_EXCEEDED'],
  [
    'a merged cell too many',
    () =>
      sheetOf(
        `<sheetData/><mergeCells>${Array.from({ length: 100_001 }, (_, i) => `<mergeCell ref="B${i + 1}:C${i + 1}"/>`).join('')}</mergeCells>`,
      ),
    'LIMIT_EXCEEDED',
  ],
  ['a sheet that explodes', () => replaced({ [SHEET]: ' '.repeat(10_000_000) }, 1), 'LIMIT_EXCEEDED'],
  [
    'a cell of a text that is not there',
    () => sheetOf('<sheetData><row><c t="s"><v>99</v></c><c><v>1</v></c></row></sheetData>'),
    'UNREADABLE',
  ],
  ['a sheet that is not there', () => replaced({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }), 'UNREADABLE'],
  ['a sheet that ends early', () => replaced({ [SHEET]: '<worksheet><sheetData>' }), 'UNREADABLE'],
  ['half a workbook', () => bookOf([['a', 1]]).subarray(0, 5000), 'UNREADABLE'],
  ['half a workbook of 2003', () => readFixture('merged.xls').subarray(0, 9000), 'UNREADABLE'],
  ['a binary workbook', () => bookOf([['a', 1]], [], 'xlsb'), 'UNSUPPORTED_MEDIA'],
])('%s is refused', async (_, make, reason) => {
  expect(await refusalOf(() => read(sourceOf(make())))).toBe(reason);
});

test.each([
  ['XLSX', () => sheetOf(`${rows(2, 2)}<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="x"/></hyperlinks>`)],
  [
    'XLS',
    () =>
      bookOf(
        [
          [0, 1],
          [0, 1],
        ],
        [],
        'biff8',
        (sheet) => {
          const target = { Target: 'https://example.org/' };
          (sheet['A1'] as CellObject).l = target;
        },
      ),
  ],
])('a link over a whole sheet costs nothing (%s)', async (type, make) => {
  const bytes = make();
  // The record of a link begins with its first and last row and column.
  const link = Buffer.from(bytes.buffer).indexOf(Buffer.from('b801', 'hex'));
  if (type === 'XLS') new DataView(bytes.buffer).setBigUint64(link + 4, 0x00ff_0000_ffff_0000n, true);
  expect(shown(await read(sourceOf(bytes)))).toEqual(['| 0 | 1 |', '| 0 | 1 |']);
});
