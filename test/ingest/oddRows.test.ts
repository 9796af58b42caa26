import { describe, expect, test } from '@jest/globals';
import { APPLICANT_CODES } from '../../src/catalog/applicants.js';
import { placeOf, type Place } from '../../src/catalog/places.js';
import {
  CELLS,
  HUAIAN,
  LINES,
  SPACED,
  TABS,
  TABBED,
  PIPED,
  PIPES,
  SPARE,
  PARTED,
  MARKDOWN,
  BROKEN,
  RUNS,
  reading,
  SHANGHAI,
  type Damage,
} from './readDamaged.js';

/** Its amount in 万元, so that every cell is printed as it is read. */
const SPARSE = {
  ...SHANGHAI,
  cells: new Map(SHANGHAI.cells).set('DISCLOSURES/PROCUREMENT/PROCUREMENT_AMOUNT', '25.1'),
};

/** Printed in 元, read in 万元. */
const UNIT = /PROCUREMENT_AMOUNT/;

describe('a line of its own is no cell of the row above', () => {
  test.each<[string, string, number, Damage[]]>([
    ['the number of a page between rows of pipes', PIPED, 0, [['| 4.保护第三方', '12\n| 4.保护第三方']]],
    ['the number of a page between cells after tabs', TABBED, 7, [[/(\t3\.危及“三安全一稳定”\n\t\n\t)\n/, '$1\n12\n']]],
    ['a row joined to the next', TABS, 14, [[/(\n一、本年新收.*)\n二/, '$1 二']]],
  ])('%s', (_, layout, cellsNull, damage) => {
    const read = reading(layout, damage, SHANGHAI);
    expect(read.wrong.filter((place) => !UNIT.test(place))).toEqual([]);
    expect(read.cellsNull).toBe(cellsNull);
  });

  test.each<[string, string, number, Damage[]]>([
    ['before a lone pipe', RUNS, 7, [['二、上年结转政府信息公开申请数量 |\n18 |\n', '$&12\n']]],
    ['before a lone pipe that ends a row', BROKEN, 7, [[/(4\.保护第三方合法权益 \|(?: \n\|){6} )/, '$1\n12']]],
    ['among lines of blank cells', SPACED, 7, [[/(4\.保护第三方合法权益\n{4})/, '$112\n']]],
    ['after lines of blank cells', SPACED, 7, [[/(\n)(5\.属于三类内部事务信息)/, '$112\n\n$2']]],
    ['after tabs', TABBED, 7, [[/(\n\t5\n\t\n\t)\n/, '$1\n12\n']]],
    ['of how many pages', CELLS, 0, [[/(4\.保护第三方合法权益\n)/, '$13 / 9\n']]],
  ])('the number of a page %s', (_, layout, cellsNull, damage) =>
    expect(reading(layout, damage, SPARSE)).toEqual({ wrong: [], cellsNull }),
  );

  test.each<[string, string, number, Damage[]]>([
    ['a figure with a blank in it, in pipes', RUNS, 1, [['103 |\n0 |', '1 03 |\n0 |']]],
    [
      'a figure of section four lost, where empty lines part the rows',
      CELLS,
      15,
      [
        [/\n(行政复议\n|结果维持\n|72\n)/g, '\n\n$1'],
        ['\n178\n', '\n'],
      ],
    ],
    [
      'the last figure in the next line, where no pipe ends rows',
      MARKDOWN,
      7,
      [
        [/^\| ?| ?\|$/gm, ''],
        [/(2\.重复申请.*\|) (\d+)\n/, '$1\n$2\n'],
      ],
    ],
    ['a figure over two lines of Markdown', 'Markdown', 1, [['| 行政处罚 | 3985758 |', '| 行政处罚 | 398\n5758 |']]],
  ])('%s', (_, layout, cellsNull, damage) => expect(reading(layout, damage)).toEqual({ wrong: [], cellsNull }));
});

describe('a row of a cell more or less than others of its kind is in doubt', () => {
  test.each<[string, string, number, Damage[]]>([
    ['a pipe too many before a figure', PIPES, 7, [['政府信息 | 252 |', '政府信息 | | 252 |']]],
    ['a figure too many', PARTED, 7, [['重复申请\t5\t', '重复申请\t7\t5\t']]],
    ['a cell lost of a row that has others in excess', SPARE, 7, [[/(上年结转[^\n]*18 \| ) \|/, '$1']]],
    ['a cell of Markdown lost where merged ones leave blank ones', MARKDOWN, 7, [['72 |  |', '72 |']]],
    ['a blank cell too many in section four', PIPES, 15, [['5 |  |  | 2 | 7', '5 |  |  |  | 2 | 7']]],
    ['figures pushed below their row', PIPED, 7, [['其他情形） | 3', `其他情形） |${' |'.repeat(7)}\n| 3`]]],
  ])('%s', (_, layout, cellsNull, damage) => expect(reading(layout, damage, SPARSE)).toEqual({ wrong: [], cellsNull }));

  test.each<[string, string, number, Place[], Damage[]]>([
    [
      'the number of a page before the row of section four',
      PIPES,
      15,
      ['REVIEWS/RECONSIDERATION/UPHELD'],
      [[/(总计 \|\n)( \|  \|  \| 2)/, '$112\n$2']],
    ],
    [
      'the number of a page after the first row of section two',
      CELLS,
      3,
      ['DISCLOSURES/REGULATIONS/PUBLIC_TOTAL'],
      [['\n规范性文件', '\n12\n规范性文件']],
    ],
    [
      'figures of section two among its headers',
      SPACED,
      2,
      ['DISCLOSURES/FEES/CHANGE'],
      [['\n行政事业性收费', '\n12\n\n行政事业性收费']],
    ],
  ])('%s', (_, layout, cellsNull, blank, damage) => {
    const cells = new Map(SPARSE.cells);
    for (const place of blank) cells.set(place, '');
    expect(reading(layout, damage, { ...SPARSE, cells })).toEqual({ wrong: [], cellsNull });
  });

  test('headers that say otherwise than rows do of the side of blank cells in excess', () => {
    const row = { NATURAL_PERSON: '', BUSINESS: '', RESEARCH: '18', TOTAL: '' };
    const cells = new Map(SPARSE.cells);
    for (const [column, text] of Object.entries(row)) cells.set(placeOf('APPLICATIONS', 'CARRIED_IN', column), text);
    const damage: Damage[] = [['法人或其他组织 |', '法人或其他组织 | |']];
    expect(reading(SPARE, damage, { ...SPARSE, cells })).toEqual({ wrong: [], cellsNull: 7 });
  });
});

test('lines that merged cells leave blank cost no rows that add up, as LibreOffice writes them', () => {
  const damage: Damage[] = [
    [/\n(（[二三四五六七]）)/g, '\n\n$1'],
    [/\n([2-8]\.)/g, '\n\n\n$1'],
  ];
  expect(reading(CELLS, damage)).toEqual({ wrong: [], cellsNull: 0 });
  const paged: Damage = [/\n105(\n+（四）)/, '\n12$1'];
  expect(reading(CELLS, [...damage, paged])).toEqual({ wrong: [], cellsNull: 7 });
});

test('labels that pdftotext wraps around their figures, pieces of the cells beside the rows among them', () => {
  const wrapped = (label: string, rest: string): Damage => [
    new RegExp(`${label}(.*)${rest} ([\\d ]+)`),
    (_, middle = '', figures = '') => `${label}${middle}\n   ${figures}\n办理 ${rest}`,
  ];
  const damage = [wrapped('1.本机关', '信息'), wrapped('2.没有现成', '制作')];
  expect(reading(LINES, damage)).toEqual({ wrong: [], cellsNull: 0 });
});

test('labels that ELinks wraps beside their figures, pieces of a group among them', () => {
  const wrapped = (label: string, rest: string): Damage => [
    new RegExp(`${label}${rest} ([\\d ]+)`),
    (_, figures = '') => `${label} ${figures}\n（三） ${rest}`,
  ];
  const damage = [wrapped('4.保护第三方合', '法权益'), wrapped('3.补正后申请内', '容仍不明确')];
  expect(reading(LINES, damage)).toEqual({ wrong: [], cellsNull: 0 });
});

test('figures on lines of their own after two labels, of which one has none, may be those of either', () => {
  const cells = new Map(HUAIAN.cells);
  for (const column of APPLICANT_CODES) cells.set(placeOf('APPLICATIONS', 'TOTAL_HANDLED', column), '');
  cells.set(placeOf('APPLICATIONS', 'TOTAL_HANDLED', 'TOTAL'), '');
  const damage: Damage[] = [
    [/3\.其他 (.*)\n（七）总计.*/, (_, figures = '') => `3.其他\n（七）总计\n${figures.replaceAll(' ', '\n')}`],
  ];
  expect(reading(LINES, damage, { ...HUAIAN, cells })).toEqual({ wrong: [], cellsNull: 14 });
});

test('figures on lines of their own, some of which belong to no label, may all be those of another', () => {
  const above = (rows: string): string =>
    rows.replaceAll(/^(.*\D) (\d[\d ]+)$/gm, (_, label: string, figures: string) =>
      [...figures.split(' '), label].join('\n'),
    );
  const damage: Damage[] = [[/2\.其他法律[^]*(?=\n2\.重复申请)/, (rows = '') => above(rows)]];
  expect(reading(LINES, damage).wrong).toEqual([]);
});
