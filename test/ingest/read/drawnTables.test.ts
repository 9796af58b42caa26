import { describe, expect, test } from '@jest/globals';
import { readText } from '../../../src/ingest/read/text.js';

/** What is read of lines: a paragraph as its text, a table as its cells with their places, width and height where merged. */
function blocksOf(...lines: readonly string[]): unknown[] {
  return readText(new TextEncoder().encode(lines.join('\n')), 'text/plain').blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const own = block.rows.flatMap((row, y) => row.filter((cell, x) => cell.row === y && cell.column === x));
    return own.map(({ text, row, column, rowSpan, columnSpan }) => {
      const span = rowSpan * columnSpan > 1 ? ` ${columnSpan}×${rowSpan}` : '';
      return `${row},${column}${span} ${text.replaceAll('\n', '/')}`.trim();
    });
  });
}

/** As w3m and ELinks draw a table with borders. */
const BOXED = [
  '┌──────────────┬──────┐',
  '│三、          │丙    │',
  '│              ├──┬───┤',
  '│              │甲│乙 │',
  '├────┬─────────┤  │   │',
  '│    │（一）公 │  │   │',
  '│结果│开       ├──┼───┤',
  '│    │         │ 1│   │',
  '│    ├─────────┼──┼───┤',
  '│    │3.危“一” │ -│+5 │',
  '└────┴─────────┴──┴───┘',
];

describe('tables drawn with rules', () => {
  test('merged cells are known by the rules, also where the text of one stands in the line of a rule beside it', () => {
    expect(blocksOf('上', ...BOXED.map((line) => `  ${line}`), '下')).toEqual([
      '上',
      [
        ...['0,0 2×2 三、', '0,2 2×1 丙', '1,2 1×2 甲', '1,3 1×2 乙', '2,0 1×3 结果'],
        ...['2,1 1×2 （一）公/开', '3,2 1', '3,3', '4,1 3.危“一”', '4,2 -', '4,3 +5'],
      ],
      '下',
    ]);
  });

  test('in ASCII, as Pandoc and reStructuredText have them', () => {
    const lines = [
      '+----+----+',
      '| 甲 | 乙 |',
      '+====+====+',
      '| 总 |    |',
      '| 计 | 44 |',
      '|    | 7  |',
      '+----+----+',
      '| x  |    |',
      '+----+----+',
    ];
    expect(blocksOf(...lines)).toEqual([['0,0 甲', '0,1 乙', '1,0 总/计', '1,1 44/7', '2,0 x', '2,1']]);
  });

  test.each<[string, string[]]>([
    ['rows without rules between them', ['+---+---+', '| a | b |', '+---+---+', '| c | 1 |', '| d | 2 |', '+---+---+']],
    ['a line that is longer', BOXED.map((line, at) => (at === 4 ? line.replace('  │', '   │') : line))],
    ['a bar that is missing', BOXED.map((line, at) => (at === 5 ? line.replace('公 │', '公  ') : line))],
    ['no rule at the end', BOXED.slice(0, -1)],
    ['cells that are no rectangles', BOXED.map((line) => line.replace('├────┬─────────┤', '├────┐         │'))],
  ])('%s: its lines are lines', (_name, lines) => expect(blocksOf(...lines)).toEqual(lines));
});

describe('tables with dashes over their columns', () => {
  const DASHES = '  ----------- ---- ---';
  test('a row a line, blank cells known by their columns', () => {
    const lines = [DASHES, '  1.属于国家     5 0', '  甲          10', '                -1   7', DASHES, ''];
    expect(blocksOf(...lines)).toEqual([
      ['0,0 1.属于国家', '0,1 5', '0,2 0', '1,0 甲', '1,1 10', '1,2', '2,0', '2,1 -1', '2,2 7'],
      '',
    ]);
  });

  test('rows of several lines, empty ones between', () => {
    const whole = `  ${'-'.repeat(DASHES.length - 2)}`;
    const lines = [
      whole,
      '  信息        制   废',
      '  内容             止',
      DASHES,
      '  甲          1',
      '',
      '  乙               2',
      '  丙',
      whole,
      '',
    ];
    expect(blocksOf(...lines)).toEqual([
      ['0,0 信息/内容', '0,1 制', '0,2 废/止', '1,0 甲', '1,1 1', '1,2', '2,0 乙/丙', '2,1', '2,2 2'],
      '',
    ]);
  });

  test('a header, and the first empty line ends it', () => {
    const lines = ['x', '', '  甲          乙   丙', DASHES, '  a           1', '', '  b           2    3'];
    expect(blocksOf(...lines)).toEqual([
      'x',
      '',
      ['0,0 甲', '0,1 乙', '0,2 丙', '1,0 a', '1,1 1', '1,2'],
      '',
      '  b           2    3',
    ]);
  });

  test('of reStructuredText a line without anything in its first column goes on with the row above', () => {
    const lines = ['====== ==', 'a      44', '       7', 'b      1', '====== =='];
    expect(blocksOf(...lines)).toEqual([['0,0 a', '0,1 44/7', '1,0 b', '1,1 1']]);
  });

  test('equal signs, once more below the header', () => {
    const lines = ['=== ==', '甲  乙', '=== ==', 'a   1', '=== =='].map((line) =>
      line.replace('===', '======').replace(/^(甲|a) /, '$1    '),
    );
    expect(blocksOf(...lines)).toEqual([['0,0 甲', '0,1 乙', '1,0 a', '1,1 1']]);
  });

  test.each<[string, string[]]>([
    ['a figure between the columns', [DASHES, '  甲         10', DASHES]],
    ['a figure beside them', [DASHES, '  甲          10   1 23 4', DASHES]],
    ['no line at the end', ['', DASHES, '  甲          10']],
    ['other dashes at the end', [DASHES, '  甲          10', '  ------------ --- ---']],
    ['few dashes', ['- - -', 'a b c', '- - -']],
  ])('%s: its lines are lines', (_name, lines) => expect(blocksOf(...lines)).toEqual(lines));
});

describe('rows enclosed in pipes', () => {
  test('all of as many cells are a table, as Org and Jira have it', () => {
    const lines = ['| 甲 | | 乙 |', '|----+---+---|', '| | \\-3 | |', '|a|1|2|'];
    expect(blocksOf(...lines)).toEqual([
      ['0,0 甲', '0,1', '0,2 乙', '1,0', '1,1 -3', '1,2', '2,0 a', '2,1 1', '2,2 2'],
    ]);
  });

  test.each<[string, string[]]>([
    ['some longer than others', ['| a | 1 |', '| b | 1 | 2 |', '| c | 1 |']],
    ['beside lines that no pipe begins, where one is a blank cell', ['a | 1 |', '| 2 |', '| 3 |', '| 4 |']],
    ['few', ['| a | 1 |', '| b | 2 |']],
  ])('%s: lines', (_name, lines) => expect(blocksOf(...lines)).toEqual(lines));

  test('below each other: merged cells are known by the pipes that they lack, broken cells are one, as antiword has them', () => {
    const lines = [
      '|甲           |乙  |',
      '|    |规范性文|2516|',
      '|    |件      |30  |',
      '|    |规章    |2   |',
      '|    |件      |3   |',
    ];
    const rows = [
      '0,0 2×1 甲',
      '0,2 乙',
      '1,0',
      '1,1 规范性文/件',
      '1,2 2516/30',
      '2,0',
      '2,1 规章',
      '2,2 2',
      '3,0',
      '3,1 件',
      '3,2 3',
    ];
    expect(blocksOf(...lines)).toEqual([rows]);
  });

  test('with blanks on both sides columns are as wide as their widest cell: only below figures may be the rest of one', () => {
    const lines = [
      '| 甲         | 乙  |',
      '| 规范性文件 | 5   |',
      '| 行政处罚类 |     |',
      '| 总计       | 251 |',
      '|            | 7   |',
    ];
    const rows = ['0,0 甲', '0,1 乙', '1,0 规范性文件', '1,1 5', '2,0 行政处罚类', '2,1', '3,0 总计', '3,1 251/7'];
    expect(blocksOf(...lines)).toEqual([rows]);
  });

  test('the header of a table of Markdown is no row of another', () => {
    expect(blocksOf('| a |', '| b |', '| c |', '| d |', '|---|', '| 1 |')).toEqual([
      '| a |',
      '| b |',
      '| c |',
      ['0,0 d', '1,0 1'],
    ]);
  });
});
