import { describe, expect, test } from '@jest/globals';
import { HTML, HUAIAN, LINES, reading, TABS, type Damage } from './readDamaged.js';

/** Every row of section three, up to its figures, and these. */
const ROWS =
  /(<td>\d\.[^<]*<\/td>|<td[^>]*>（[一二七]）[^<]*<\/td>|<td colspan="3">[一二四]、[^<]*<\/td>)((?:<td>\d+<\/td>){7})/g;

describe('columns of organizations in another order, which no figure stands below the header of', () => {
  const swap = (at: string, other: string, text: string): string =>
    text.replace(new RegExp(`(${at})([^]*?)(${other})`), '$3$2$1');

  test.each<[string, number, (page: string) => string]>([
    [LINES, 175, (page) => swap('商业企业', '科研机构', page)],
    [TABS, 175, (page) => swap('社会公益组织', '其他', page)],
    [LINES, 0, (page) => swap('商业企业', '科研机构', page).replace('科研机构', '科研')],
    [HTML, 175, (page) => swap('商业企业', '其他', page.replaceAll(/ colspan="[57]"/g, ''))],
    [
      HTML,
      175,
      (page) => swap('商业企业', '其他', page.replace(/(<\/tr>\s*)(<tr><td[^>]*>一、)/, '$1</table><table>$2')),
    ],
  ])('%s, %d cells in doubt', (layout, cellsNull, change) => {
    const damage: Damage[] = [[/[^]*/, (page) => change(page)]];
    expect(reading(layout, damage)).toEqual({ wrong: [], cellsNull });
  });
});

describe('a column that a site adds at the end', () => {
  const [HEADER, REMARK] = ['<td rowspan="2">总计</td>', '<td rowspan="2">备注</td>'];
  const added = (text: string): Damage[] => [
    [HEADER, `${HEADER}${REMARK}`],
    [ROWS, `$1$2<td>${text}</td>`],
  ];
  const withoutBusiness: Damage = [/(自然人<\/td><td colspan=")5([^]*)<td>商业企业<\/td>/, '$14$2'];
  const withoutFigures: Damage = [/(<td>\d+<\/td>)<td>\d+<\/td>((?:<td>\d+<\/td>){5}<td>(?:12%)?<\/td>)/g, '$1$2'];

  test.each<[string, number, Damage[]]>([
    ['of shares', 0, added('12%')],
    ['of remarks, all blank', 0, added('')],
    ['of shares, and a figure is missing', 7, [...added('12%'), [/(重复申请<\/td>)<td>\d+<\/td>/, '$1']]],
    ['of shares, and a column of the form is missing', 175, [...added('12%'), withoutBusiness, withoutFigures]],
    ['of remarks, and a column of the form is missing', 175, [...added(''), withoutBusiness, withoutFigures]],
    ['of shares, and figures have moved under the note', 7, [...added('12%'), [/(<td colspan=")3(">二、)/, '$12$2']]],
  ])('%s', (_, cellsNull, damage) => expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull }));
});

test('headers without their spans are in another order, which is all the same to a table of zeros', () => {
  const cells = new Map(
    [...HUAIAN.cells].map(([place, text]) => [place, place.startsWith('APPLICATIONS') ? '0' : text]),
  );
  const unspanned: Damage[] = [[/ colspan="\d+"/g, '']];
  expect(reading(HTML, unspanned, { ...HUAIAN, cells })).toEqual({ wrong: [], cellsNull: 0 });
});

test('a row that has moved, where headers are in another order', () => {
  const totalFirst: Damage[] = [
    [ROWS, (_, label = '', figures = '') => label + figures.replace(/^(.*)(<td>\d+<\/td>)$/, '$2$1')],
    [/(<td rowspan="2">自然人[^]*?)(<td rowspan="2">总计<\/td>)/, '$2$1'],
  ];
  expect(reading(HTML, [...totalFirst, [/(<td colspan=")3(">四、)/, '$14$2']])).toEqual({ wrong: [], cellsNull: 7 });
});

test('blank cells of a sheet beside the tables of sections two and four cost no rows', () => {
  const padded = (table: string, at: number): string =>
    table.replaceAll('</tr>', `${'<td></td>'.repeat([12, 0, 1][at] ?? 0)}</tr>`);
  const damage: Damage[] = [[/[^]*/, (page) => page.split('</table>').map(padded).join('</table>')]];
  expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull: 0 });
});

test('of two tables side by side nobody knows which one is meant', () => {
  const items = /(<td>(?:规章|行政规范性文件)<\/td>)((?:<td>\d+<\/td>){3})/g;
  const damage: Damage[] = [
    [items, (_, label = '', figures = '') => label + figures + label + figures.replaceAll(/\d+/g, '3')],
  ];
  expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull: 6 });
});

test('a figure that reaches down into the next row is of neither', () => {
  const damage: Damage[] = [
    [/(1\.属于国家秘密<\/td>(?:<td>\d+<\/td>){6}<td)(>\d+)/, '$1 rowspan="2"$2'],
    [/(2\.其他法律行政法规禁止公开<\/td>(?:<td>\d+<\/td>){6})<td>\d+<\/td>/, '$1'],
  ];
  expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull: 14 });
});

const UNMERGED: Damage[] = [
  [/<td colspan="3">([^<]*)<\/td>/g, '<td>$1</td><td></td><td></td>'],
  [/<td rowspan="3" colspan="3">([^<]*)<\/td>/, '<td>$1</td><td></td><td></td>'],
  [/(<tr>)(<td rowspan="2">自然人|<td>商业企业)/g, '$1<td></td><td></td><td></td>$2'],
];

test.each<[string, number, Damage[]]>([
  ['blank cells where labels were merged', 0, UNMERGED],
  [
    'the same, and a column of the form is missing',
    175,
    [
      [/(自然人<\/td><td colspan=")5([^]*)<td>商业企业<\/td>/, '$14$2'],
      [/(?<!<td>\d+<\/td>)(<td>\d+<\/td>)<td>\d+<\/td>((?:<td>\d+<\/td>){5}<\/tr>)/g, '$1$2'],
      ...UNMERGED,
    ],
  ],
  ['zero-width spaces in labels and figures', 0, [[/(?<=<td[^>]*>[^<]*[^<])/g, '\u200b']]],
  [
    'a figure in one of several cells below a merged header',
    0,
    [[/<td colspan="3">(\d[\d.]*)<\/td>/g, '<td></td><td>$1</td><td></td>']],
  ],
  ['two figures below a merged header', 1, [[/<td colspan="3">(447228)<\/td>/, '<td>$1</td><td>5</td><td></td>']]],
  ['marks of direction before figures', 0, [[/(?<=<td>)(?=\d)/g, '\u200e']]],
])('%s', (_, cellsNull, damage) => expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull }));
