import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import { placeOf } from '../../../src/catalog/places.js';
import { SECTIONS } from '../../../src/catalog/forms.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { LAYOUTS } from '../layouts.js';
import { reportWithBlanks, type PrintedReport } from '../printedReport.js';
import { readTables, type Tables } from '../readTables.js';

const FULL = [
  '三、本年度办理结果 （一）予以公开          3    0    0    0    0    0    3',
  '（六）其他处理                              0    0    0    0    0    0    0',
  '（七）总计                                 48    0    0   18    0    0   66',
];

/** The cells of a row of section three as they are read beside full rows; blank ones as ''. */
function rowOf(line: string, full: readonly string[] = FULL): (string | null)[] {
  const table = ['三、收到和处理政府信息公开申请情况', '自然人 总计', ...full.slice(0, 1), line, ...full.slice(1)];
  const { tables } = readTables(
    [...table, '四、政府信息公开行政复议、行政诉讼情况', '结果维持 结果纠正', '0 '.repeat(15)].join('\n'),
    'text/plain',
  );
  const figures = new Map(tables.APPLICATIONS.figures.map(({ place, cell }) => [place, cell?.raw ?? null]));
  return APPLICANT_COLUMNS.map((column) => figures.get(placeOf('APPLICATIONS', 'DUPLICATE', column)) ?? null);
}
const blanks = (count: number): string => ' '.repeat(count);
const LONG = `2.重复申请（${'见上，'.repeat(6)}见）`;
const NOTHING = APPLICANT_COLUMNS.map(() => null);

describe('a row with blank cells in aligned text', () => {
  test.each<[string, string, (string | null)[]]>([
    [
      'first and last',
      '2.重复申请                                  3                             3',
      ['3', '', '', '', '', '', '3'],
    ],
    [
      'wider figures, to the right',
      '2.重复申请                                 33              17            50',
      ['33', '', '', '17', '', '', '50'],
    ],
    ['under no column', '2.重复申请                                    3                           3', NOTHING],
    ['its total is blank', '2.重复申请                                  3                              ', NOTHING],
    [
      'in columns in which it does not add up',
      '2.重复申请                                  3              17            50',
      NOTHING,
    ],
    ['parted by single blanks', '2.重复申请 3 3', NOTHING],
    ['pushed to the right by a long label', `${LONG} 2${blanks(19)}2`, NOTHING],
    ['of a label that lies over the first columns', `${LONG}${blanks(6)}2${blanks(14)}2`, NOTHING],
    ['a figure pushed by the one before it', `2.重复申请${blanks(33)}1234 5${blanks(24)}1239`, NOTHING],
  ])('%s', (_, line, cells) => expect(rowOf(line)).toEqual(cells));

  test('rows that are not aligned say nothing', () => {
    const ragged = FULL.map((row, at) => (at === 1 ? row : row.replace(/ +/g, ' ')));
    expect(rowOf('2.重复申请                                  3                             3', ragged)).toEqual(
      NOTHING,
    );
  });
});

test('figures set off equally from labels of one width stand in no columns', () => {
  const apart = (label: string, figures: string): string => [label, ...figures.split(' ')].join('     ');
  const full = [
    apart('三、本年度办理结果 （一）予以公开', '3 0 0 0 0 0 3'),
    apart('三、本年度办理结果 （六）其他处理', '0 0 0 0 0 0 0'),
  ];
  expect(rowOf(apart(`2.重复申请（${'再'.repeat(21)}:）`, '2 1 3'), full)).toEqual(NOTHING);
});

/** The cells of 规章 in a block of section two, as they are read above a full row. */
function rulesOf(line: string, below: string): (string | null)[] {
  const table = [
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容        本年制发件数    本年废止件数    现行有效件数',
    line,
    below,
  ];
  const rest = [
    '第二十条第（八）项',
    '信息内容 本年收费金额（单位：万元）',
    '行政事业性收费 0',
    '四、政府信息公开行政复议、行政诉讼情况',
    '结果维持',
    '0 '.repeat(15),
  ];
  const { tables } = readTables([...table, ...rest].join('\n'), 'text/plain');
  return tables.DISCLOSURES.figures.slice(0, 3).map(({ cell }) => cell?.raw ?? null);
}
const WHOLE = '行政规范性文件        1               2               3';

describe('a row with blank cells under headers', () => {
  test.each<[string, string, string, (string | null)[]]>([
    ['the middle one', '规章                                  7', WHOLE, ['', '7', '']],
    ['first and last', '规章                  7                              12', WHOLE, ['7', '', '12']],
    ['between two headers', '规章                          7', WHOLE, [null, null, null]],
    ['beside a row that is not under them', '规章                  7', '行政规范性文件 1 2 3', [null, null, null]],
    ['beside no other row', '规章                  7', '', [null, null, null]],
    [
      'as far from its label as another row, so under no header',
      '规章            7',
      '行政规范性文件            1           2           3',
      [null, null, null],
    ],
    [
      'nearly as far from its label as another row',
      '规章             7',
      '行政规范性文件            1           2           3',
      [null, null, null],
    ],
    ['beside a row set off', '  规章                  7', WHOLE, [null, null, null]],
  ])('%s', (_, line, below, cells) => expect(rulesOf(line, below)).toEqual(cells));
});

const aligned = LAYOUTS.find(({ name }) => name === 'aligned columns');

/** Cells that have a value other than the printed one. */
const misread = (read: Tables | null, { cells }: PrintedReport): string[] =>
  SECTIONS.flatMap((section) => read?.tables[section].figures ?? []).flatMap(({ place, value }) =>
    value === null || value === cells.get(place) ? [] : [`${place}: ${cells.get(place)} read as ${value}`],
  );

test('pages set off against each other and nowhere marked give no wrong figure', () => {
  const shifts = fc.array(fc.record({ from: fc.nat(60), by: fc.nat(20) }), { maxLength: 3 });
  fc.assert(
    fc.property(reportWithBlanks, shifts, (report, all) => {
      const lines = (aligned?.render(report) ?? '').split('\n');
      const shifted = lines.map((line, at) => {
        const by = all.findLast(({ from }) => from <= at)?.by ?? 0;
        return `${' '.repeat(by)}${line}`;
      });
      let read: Tables | null = null;
      try {
        read = readTables(shifted.join('\n'), 'text/plain');
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      expect(misread(read, report)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
