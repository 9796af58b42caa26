import { describe, expect, test } from '@jest/globals';
import { LAYOUTS } from './layouts.js';
import type { PrintedReport } from './printedReport.js';
import { HUAIAN, reading, type Damage } from './readDamaged.js';
import { readTables } from './readTables.js';
import { score } from './score.js';

const HTML = 'clean HTML';
const BLANKS = '<td></td>'.repeat(7);
const FIGURES = String.raw`((?:<td>\d+</td>){7})`;
const row = (label: string): RegExp => new RegExp(`<td>${label}</td>${FIGURES}`);
/** Every row of section three, up to its figures. */
const ROWS = new RegExp(
  String.raw`(<td>\d\.[^<]*</td>|<td[^>]*>（[一二七]）[^<]*</td>|<td colspan="3">[一二四]、[^<]*</td>)${FIGURES}`,
  'g',
);
const REVIEWS =
  /(<tr><td colspan="5">行政复议[^]*?<tr>)((?:<td>\d+<\/td>){5})((?:<td>\d+<\/td>){5})((?:<td>\d+<\/td>){5})<\/tr>/;
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map((text) => `<td>${text}</td>`).join('');
const TRACKS = ['行政复议', '未经复议直接起诉', '复议后起诉'];

describe('rows and labels in two', () => {
  test.each<[string, number, Damage[]]>([
    [
      'some figures in a row of their own',
      7,
      [
        [
          /(<td>2\.重复申请<\/td>)((?:<td>\d+<\/td>){3})((?:<td>\d+<\/td>){4})/,
          `$1$2${'<td></td>'.repeat(4)}</tr><tr>${'<td></td>'.repeat(4)}$3`,
        ],
      ],
    ],
    [
      'a label, its figures beside the first half',
      7,
      [[row('1\\.属于国家秘密'), `<td>1.属于</td>$1</tr><tr><td>国家秘密</td>${BLANKS}`]],
    ],
    [
      'a label and its number',
      7,
      [
        [
          /<td>7\.(属于行政执法案卷<\/td>)((?:<td>\d+<\/td>){5})((?:<td>\d+<\/td>){2})/,
          '<td>7.</td>$2<td></td><td></td></tr><tr><td>$1<td></td><td></td><td></td><td></td><td></td>$3',
        ],
      ],
    ],
    [
      'a blank cell that has come into a row of which one is blank',
      7,
      [[/(<td>2\.重复申请<\/td><td>\d+<\/td>)((?:<td>\d+<\/td>){5})<td>\d+<\/td>/, '$1<td></td>$2<td></td>']],
    ],
    [
      'a row above that is none of the form',
      0,
      [
        [
          /(<tr>)(<td colspan="3">一、)/,
          '$1<td colspan="3">栏次</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td></tr><tr>$2',
        ],
      ],
    ],
  ])('%s', (_, cellsNull, damage) => expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull }));
});

describe('figures of another year', () => {
  test('beside those of this year, which are blank in a row', () => {
    const nines = '<td>9</td>'.repeat(7);
    const damage: Damage[] = [
      ['<td>商业企业</td>', '<td></td>'],
      [ROWS, '$1$2$2'],
      [new RegExp(`(<td>2\\.重复申请</td>)${FIGURES}${FIGURES}`), `$1${BLANKS}${nines}`],
    ];
    expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull: 175 });
  });

  const isBeside = (section: RegExp): Damage => [
    section,
    (table) => `${table}<p>附：上年情况</p>${table.replaceAll(/<td>\d+<\/td>/g, '<td>8</td>')}`,
  ];
  const APPLICATIONS = isBeside(/<table(?:(?!<table)[^])*自然人[^]*?<\/table>/);

  test.each<[string, Damage, RegExp]>([
    ['a row is missing', APPLICATIONS, /<td>2\.重复申请<\/td>(?:<td>\d+<\/td>){7}/],
    ['a cell is missing', APPLICATIONS, /(?<=<td>2\.重复申请<\/td>)<td>\d+<\/td>/],
    [
      'a cell of section four is missing',
      isBeside(/<table(?:(?!<table)[^])*行政复议[^]*?<\/table>/),
      /<td>72<\/td>(?=<td>64<\/td>)/,
    ],
  ])('in a table of their own, and of this year %s', (_, beside, missing) => {
    expect(reading(HTML, [beside, [missing, '']]).wrong).toEqual([]);
  });
});

describe('columns in another order', () => {
  test.each<[string, number | null, Damage[]]>([
    [
      'as headers and sums say',
      0,
      [
        [
          ROWS,
          (_: string, label: string, figures: string) =>
            label + figures.slice(figures.lastIndexOf('<td>')) + figures.slice(0, figures.lastIndexOf('<td>')),
        ],
        [/(<td rowspan="2">自然人[^]*?)(<td rowspan="2">总计<\/td>)/, '$2$1'],
      ],
    ],
    [
      'as headers say that have slipped, and no sum tells',
      null,
      [['<tr><td rowspan="2">自然人', '<tr><td></td><td rowspan="2">自然人']],
    ],
    [
      'as headers say, and no sum tells',
      null,
      [[/<td>商业企业<\/td>([^]*?)<td>其他<\/td>/, '<td>其他</td>$1<td>商业企业</td>']],
    ],
    [
      'of tracks in rows',
      0,
      [
        [
          REVIEWS,
          (_: string, _head: string, ...tracks: string[]) =>
            `<tr><td></td><td>总计</td>${RESULTS.replace('<td>总计</td>', '')}</tr>${TRACKS.map((track, at) => `<tr><td>${track}</td>${totalFirst(tracks[at] ?? '')}</tr>`).join('')}`,
        ],
      ],
    ],
    [
      'of tracks in tables of their own, the law of each in its header',
      0,
      [
        [
          REVIEWS,
          (_: string, _head: string, ...tracks: string[]) =>
            TRACKS.map(
              (track, at) =>
                `<tr><td colspan="5">${at === 0 ? '' : '行政诉讼 '}${track}</td></tr><tr>${RESULTS}</tr><tr>${tracks[at] ?? ''}</tr>`,
            ).join('</table><table>'),
        ],
      ],
    ],
  ])('%s', (_, cellsNull, damage) => {
    const read = reading(HTML, damage);
    expect(read.wrong).toEqual([]);
    if (cellsNull === null) expect(read.cellsNull).toBeGreaterThan(0);
    else expect(read.cellsNull).toBe(cellsNull);
  });
});

const totalFirst = (cells: string): string =>
  cells.slice(cells.lastIndexOf('<td>')) + cells.slice(0, cells.lastIndexOf('<td>'));

describe('section four', () => {
  const numbers = Array.from({ length: 15 }, (_, at) => `<td>${at + 1}</td>`).join('');
  test.each<[string, number, Damage[]]>([
    ['its columns numbered', 0, [[REVIEWS, `$1${numbers}</tr><tr>$2$3$4</tr>`]]],
    [
      'a number as the name of its row, and a cell is missing',
      15,
      [
        [REVIEWS, '$1<td>2024</td>$2$3$4</tr>'],
        [/<tr><td colspan="5">行政复议/, '<tr><td rowspan="3"></td><td colspan="5">行政复议'],
        ['<td>72</td><td>64</td>', '<td>64</td>'],
      ],
    ],
  ])('%s', (_, cellsNull, damage) => expect(reading(HTML, damage)).toEqual({ wrong: [], cellsNull }));
});

describe('a blank form beside the one that is filled in', () => {
  const { render, type } = LAYOUTS.find(({ name }) => name === HTML)!;
  const tablesOf = (report: PrintedReport): string[] => render(report).match(/<table[^]*?<\/table>/g) ?? [];
  const blank = { ...HUAIAN, cells: new Map([...HUAIAN.cells.keys()].map((place) => [place, ''] as const)) };
  const [templates, filled] = [tablesOf(blank), tablesOf(HUAIAN)];
  const beside = (change: (table: string, template: string) => string): { wrong: number; cellsNull: number } => {
    const content = filled.reduce(
      (page, table, at) => page.replace(table, () => change(table, templates[at] ?? '')),
      render(HUAIAN),
    );
    const { tables, findings } = readTables(content, type);
    const forms = { DISCLOSURES: HUAIAN.disclosures, APPLICATIONS: HUAIAN.applications, REVIEWS: HUAIAN.applications };
    const { wrong, cellsNull } = score(tables, findings, { forms, figures: HUAIAN.cells });
    return { wrong: wrong.length, cellsNull };
  };

  /** Where nothing is told of all three, the report is refused. */
  const isReviews = (table: string): boolean => table.includes('行政复议');

  test.each<[string, boolean, (table: string, template: string) => string]>([
    ['before it', true, (table, template) => `${template}${table}`],
    ['after it', true, (table, template) => `${table}<p>附：空表</p>${template}`],
    [
      'before a table in two',
      true,
      (table, template) =>
        template + table.replace(/(<\/tr>\s*)(<tr><td[^>]*>(?:2\.重复|行政处罚))/, '$1</table><table>$2'),
    ],
    ['of the year of the title', true, (table, template) => `<p>2021年</p>${template}<p>2021年</p>${table}`],
    [
      'of this year, of section four its header only',
      false,
      (table, template) =>
        isReviews(table) ? `${template.replace(/<tr>(?:<td><\/td>)+<\/tr>/, '')}<p>附：上年情况</p>${table}` : table,
    ],
    [
      'of which a page break has left the header',
      true,
      (table, template) =>
        isReviews(table)
          ? `${template.replace(/<tr>(?:<td><\/td>)+<\/tr>/, '')}<p>注：含上年度结转数量</p>${table}`
          : table,
    ],
    [
      'of another year',
      false,
      (table, template) => (isReviews(table) ? table : `<p>2024年</p>${template}<p>2023年</p>${table}`),
    ],
    ['of this year', false, (table, template) => (isReviews(table) ? table : `${template}<p>附：上年情况</p>${table}`)],
    [
      'of this year, of section four',
      false,
      (table, template) => (isReviews(table) ? `${template}<p>附：上年情况</p>${table}` : table),
    ],
    [
      'with a row too few',
      false,
      (table, template) => table + template.replace(/<tr><td[^>]*>(?:2\.重复申请|行政处罚).*?<\/tr>/s, ''),
    ],
    [
      'and two that are filled in',
      false,
      (table, template) =>
        table.includes('自然人') ? template + table + table.replaceAll(/<td>\d+</g, '<td>1<') : table,
    ],
  ])('%s', (_, told, change) => {
    const { wrong, cellsNull } = beside(change);
    expect({ wrong, told: cellsNull === 0 }).toEqual({ wrong: 0, told });
  });
});
