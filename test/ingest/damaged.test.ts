import { describe, expect, test } from '@jest/globals';
import { LAYOUTS } from './layouts.js';
import { HUAIAN, SUQIAN, reading, HTML, LINES, CELLS, SPACED, TABS, PARTED, type Damage } from './readDamaged.js';
import { readTables } from './readTables.js';

const wide = (row: string): string => `${row}<td></td></tr>`;
const PART = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';

describe('figures that have come off their labels are no other label’s', () => {
  test.each<[string, string, number, Damage[]]>([
    [
      'two labels, then two rows of figures, a figure a line',
      LINES,
      14,
      [
        [
          `（一）予以公开 1288 21 0 0 50 3 1362\n${PART} 447 7 0 0 0 0 454`,
          `（一）予以公开\n${PART}\n1288 21\n0\n0\n50\n3 1362\n447\n7\n0\n0\n0\n0\n454`,
        ],
      ],
    ],
    [
      'figures that have slipped by a line',
      LINES,
      14,
      [
        [
          '1.本机关不掌握相关政府信息 746 12 0 0 10 1 769\n2.没有现成信息需要另行制作 11',
          '1.本机关不掌握相关政府信息\n2.没有现成信息需要另行制作 746 12 0 0 10 1 769\n11',
        ],
      ],
    ],
    [
      'zeros of several rows, as many as one row has',
      LINES,
      7,
      [['5.要求行政机关确认或重新出具已获取信息 1 0 0 0 0 0 1', '0 0\n0 0\n0 0\n0']],
    ],
    [
      'figures of section four out of order',
      LINES,
      15,
      [['72 64 178 37 351 13 4 8 1 26 12 1 1 6 20', '72\n178 37\n351 13 4\n8 1 26\n12 1 1\n6 20\n64']],
    ],
    [
      'a label that stands below the figures of the row above',
      LINES,
      0,
      [['一、本年新收政府信息公开申请数量 3001', '3001']],
    ],
    [
      'figures of several rows, blank ones dropped, as long as one row',
      CELLS,
      21,
      [
        [
          '6.属于四类过程性信息\n12\n0\n0\n0\n0\n0\n12\n7.属于行政执法案卷\n9\n',
          '6.属于四类过程性信息\n7.属于行政执法案卷\n12\n12\n9\n',
        ],
        ['8.属于行政查询事项\n105\n0\n0\n0\n0\n0\n105\n', '8.属于行政查询事项\n105\n105\n'],
      ],
    ],
    [
      'a figure that stands after the next heading',
      SPACED,
      1,
      [
        [
          '行政事业性收费\n\n96171.6\n三、收到和处理政府信息公开申请情况\n',
          '行政事业性收费\n\n三、收到和处理政府信息公开申请情况\n96171.6\n\n',
        ],
      ],
    ],
    [
      'figures of section two after two labels',
      CELLS,
      6,
      [['规章\n1\n0\n11\n行政规范性文件\n8\n26\n66', '规章\n行政规范性文件\n8\n1\n66']],
    ],
    ['a figure broken at its point', LINES, 1, [['96171.6', '96171\n.6']]],
    [
      'each figure of a row broken, so that both lines add up',
      LINES,
      7,
      [['（一）予以公开 1288 21 0 0 50 3 1362', '（一）予以公开 1 2 1 1 2 3 10\n1 1 3 0 0 0 5']],
    ],
    [
      'each figure of section four broken',
      LINES,
      15,
      [['72 64 178 37 351 13 4 8 1 26 12 1 1 6 20', '7 6 17 3 33 1 4 8 1 14 1 1 1 6 9\n2 4 8 7 1 3 2 0']],
    ],
    [
      'rows of too few and too many figures',
      LINES,
      14,
      [
        [
          `（一）予以公开 1288 21 0 0 50 3 1362\n${PART} 447 7 0 0 0 0 454`,
          `（一）予以公开\n${PART}\n1288 21 0 0 50 3 1362\n447 7 00 0 0 454`,
        ],
      ],
    ],
    [
      'a cell that is lost, and a heading after the row',
      CELLS,
      7,
      [['四、结转下年度继续办理\n103\n0\n', '四、结转下年度继续办理\n103\n']],
    ],
  ])('%s', (_, layout, cellsNull, damage) => expect(reading(layout, damage)).toEqual({ wrong: [], cellsNull }));
});

describe('a row that is cut in two is not blank, nor is half a figure one', () => {
  test.each<[string, string, number, Damage[]]>([
    ['a figure over two lines', LINES, 1, [['行政处罚 3985758', '行政处罚 398\n5758']]],
    ['a figure over two lines, in cells', TABS, 1, [['行政处罚\t3985758', '行政处罚\t398\n5758']]],
    ['a total over two lines', LINES, 7, [['50 3 1362', '50 3 13\n62']]],
    [
      'every figure of a row over two lines, what is left adding up',
      LINES,
      7,
      [['（一）予以公开 1288 21 0 0 50 3 1362', '（一）予以公开 128 210 30 40 50 30 488\n8 1 5 2 6 1 23']],
    ],
    [
      'figures over two lines, the second beside the rest of the label',
      LINES,
      14,
      [['4.无正当理由大量反复申请 0 0 0 0 0 0 0', '4.无正当理由大量 10 20 0 0 0 0 30\n反复申请 4 4']],
    ],
    [
      'figures over two lines, the second beside the label',
      LINES,
      14,
      [['（七）总计 2932 53 0 0 61 4 3050', '293 305\n（七）总计 2 53 0 0 61 4 120']],
    ],
    [
      'figures of section four over two lines',
      LINES,
      15,
      [['72 64 178 37 351 13 4 8 1 26 12 1 1 6 20', '7 6 17 3 35 1 4 8 1 2 1 1 1 6 2\n2 4 8 7 1 3 6 2 0']],
    ],
    [
      'figures of section two over two lines, the second beside the rest of the label',
      LINES,
      3,
      [['行政规范性文件 8 26 66', '行政规范性 8 26 6\n文件 6']],
    ],
    [
      'figures below their label',
      HTML,
      7,
      [[/(<td>2\.重复申请<\/td>)/, `$1${'<td></td>'.repeat(7)}</tr><tr><td></td>`]],
    ],
    [
      'figures beside the rest of their label',
      HTML,
      7,
      [
        [
          '行政机关不再处理其政府信息公开申请</td><td>67',
          `行政机</td>${'<td></td>'.repeat(7)}</tr><tr><td>关不再处理其政府信息公开申请</td><td>67`,
        ],
      ],
    ],
    [
      'of section two',
      HTML,
      3,
      [['<td>行政规范性文件</td>', '<td>行政规范性文件</td><td></td><td></td><td></td></tr><tr><td></td>']],
    ],
    [
      'of section four',
      HTML,
      15,
      [
        ['<td>72</td><td>64</td>', `${'<td></td>'.repeat(15)}</tr><tr><td>72</td><td>64</td>`],
        ['<td>20</td></tr>', '</tr>'],
      ],
    ],
    ['of section four, in text', PARTED, 15, [['6\t20', '6\t\n20']]],
    [
      'two labels in one cell',
      HTML,
      6,
      [
        ['<td>规章</td>', '<td rowspan="2">规章<br>行政规范性文件</td>'],
        ['<td>行政规范性文件</td>', ''],
      ],
    ],
  ])('%s', (_, layout, cellsNull, damage) => expect(reading(layout, damage)).toEqual({ wrong: [], cellsNull }));
});

describe('cells stand under their headers only where every cell is there', () => {
  test.each<[string, number, Damage[]]>([
    ['a cell is missing', 7, [['<td>3001</td><td>53</td><td>0</td>', '<td>3001</td><td>53</td>']]],
    ['of section two a cell is missing', 3, [['<td>规章</td><td>1</td><td>0</td>', '<td>规章</td><td>1</td>']]],
    [
      'figures of last year beside each',
      175,
      [
        [
          /(?<=<td>四、|<td[^>]*>（|<td[^>]*>\d\.|<td colspan="3">[一二四]、)([^<]*<\/td>)((?:<td>\d+<\/td>){7})/g,
          '$1$2$2',
        ],
      ],
    ],
    ['headers have lost their spans', 0, [[/ colspan="[57]"/g, '']]],
    [
      'the first cell of section four is no figure, a blank one follows the last',
      15,
      [
        [
          /<td>72<\/td>.*?<\/tr>/,
          wide(
            '<td>约72</td><td>64</td><td>178</td><td>37</td><td>351</td><td>13</td><td>4</td><td>8</td><td>1</td><td>26</td><td>12</td><td>1</td><td>1</td><td>6</td><td>20</td>',
          ),
        ],
      ],
    ],
    ['the first cell of section four is a word', 1, [['<td>72</td><td>64</td>', '<td>若干</td><td>64</td>']]],
    ['and the others as well', 2, [['<td>72</td><td>64</td>', '<td>不详</td><td>若干</td>']]],
    [
      'the first cell of section four is the name of its row, and another is missing',
      15,
      [['<td>72</td><td>64</td>', '<td>数量</td><td>72</td>']],
    ],
    [
      'the row of section four has a name, and a cell is missing',
      15,
      [
        [/(<td colspan="5">行政复议<\/td><td colspan="10">)/, '<td rowspan="3"></td>$1'],
        ['<td>72</td><td>64</td>', '<td>若干</td><td>72</td>'],
      ],
    ],
  ])('%s', (_, cellsNull, damage) => expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull }));
});

test('a figure between two columns of aligned text, nearer to one by its header and to the other by the figures in it', () => {
  const { wrong, cellsNull } = reading(
    LINES,
    [
      [
        '信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 2  11\n行政规范性文件 109 489 597',
        '信息内容           本年制发件数      本年废止件数           现行有效件数\n规章                  2                           11\n行政规范性文件             109           489            597',
      ],
    ],
    { ...SUQIAN, cells: new Map([...SUQIAN.cells, ['DISCLOSURES/REGULATIONS/REPEALED', '']]) },
  );
  expect({ wrong, cellsNull }).toEqual({ wrong: [], cellsNull: 3 });
});

test.each([
  ['（单位：万元）', '（单位：元）'],
  ['（单位：万元）', '（元）'],
  ['行政事业性收费', '行政事业性收费（元）'],
  ['行政事业性收费', '行政事业性收费（单位：千元）'],
])('an amount whose header or label names another unit is doubtful: %s, now %s', (printed, now) => {
  const { render, type } = LAYOUTS[0]!;
  const { findings } = readTables(render(HUAIAN).replace(printed, now), type);
  expect(findings.map(({ code, place, raw }) => [code, place, raw])).toEqual([
    ['UNIT_DOUBTFUL', 'DISCLOSURES/FEES/FEE_AMOUNT', '96171.6'],
  ]);
});
