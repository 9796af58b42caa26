import { describe, expect, test } from '@jest/globals';
import { read } from '../../../src/ingest/read/read.js';
import { line, pdfOf, ruled, text } from './pdfOf.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

const reading = async (...pages: string[]): Promise<string[]> => shown(await read(sourceOf(pdfOf(...pages))));

const NUMBERS = [
  ['a', '1', '2'],
  ['b', '3', '4'],
];
const SHOWN = ['| a | 1 | 2 |', '| b | 3 | 4 |'];
/** The columns and rows of `ruled(100, 700, NUMBERS)`, without its lines. */
const WORDS = NUMBERS.flatMap((row, i) => row.map((words, j) => text(105 + j * 60, 686 - i * 20, words))).join('\n');
const across = [700, 680, 660].map((y) => line(100, y, 280, y)).join('\n');
const down = [100, 160, 220, 280].map((x) => line(x, 700, x, 660)).join('\n');

describe('ruling lines', () => {
  test.each([
    ['strokes', `${across}\n${down}`],
    [
      'thin filled bars',
      [700, 680, 660].map((y) => `100 ${y} 180 0.5 re f`).join('\n') +
        '\n' +
        [100, 160, 220, 279.5].map((x) => `${x} 660 0.5 40 re f`).join('\n'),
    ],
    [
      'a stroked rectangle for each cell',
      [0, 1].flatMap((i) => [0, 1, 2].map((j) => `${100 + j * 60} ${680 - i * 20} 60 20 re S`)).join('\n'),
    ],
    ['double lines', `${across}\n${down}\n1 0 0 1 2 2 cm\n${across}\n${down}`],
    [
      'lines drawn under a transformation',
      `q 0 1 -1 0 0 0 cm\n${[700, 680, 660].map((y) => line(y, -100, y, -280)).join('\n')}\n${[100, 160, 220, 280].map((x) => line(700, -x, 660, -x)).join('\n')} Q`,
    ],
    [
      'dashes drawn one by one',
      [700, 680, 660]
        .flatMap((y) => Array.from({ length: 45 }, (_, i) => line(100 + i * 4, y, 102 + i * 4, y)))
        .join('\n') +
        '\n' +
        [100, 160, 220, 280]
          .flatMap((x) => Array.from({ length: 10 }, (_, i) => line(x, 660 + i * 4, x, 662 + i * 4)))
          .join('\n'),
    ],
    ['no lines at the left and right', `${across}\n${[160, 220].map((x) => line(x, 700, x, 660)).join('\n')}`],
    ['underlined words in cells', `${across}\n${down}\n${line(105, 684, 111, 684)}\n${line(165, 664, 171, 664)}`],
    ['a box around the page', `${across}\n${down}\n20 20 560 760 re S`],
  ])('%s', async (_, lines) => {
    expect(await reading(`${WORDS}\n${lines}`)).toEqual(SHOWN);
  });

  test('a row that a page break cuts, drawn on both pages beyond their edges', async () => {
    const columns = (top: number, bottom: number): string =>
      [100, 160, 220, 280].map((x) => line(x, top, x, bottom)).join('\n');
    const rows = (...places: number[]): string => places.map((y) => line(100, y, 280, y)).join('\n');
    const words = (y: number, ...cells: string[]): string =>
      cells.map((cell, at) => text(105 + at * 60, y, cell)).join('\n');
    const first = [
      rows(50, 30, -20),
      columns(50, -20),
      words(36, 'a', '1', '2'),
      words(12, 'long label'),
      text(165, -10, '3'),
    ];
    const second = [rows(830, 770, 750), columns(830, 750), words(780, 'rest', '3', '4'), words(756, 'c', '5', '6')];
    expect(await reading(first.join('\n'), second.join('\n'))).toEqual([
      '| a | 1 | 2 |',
      '| long label⏎rest | 3 | 4 |',
      '| c | 5 | 6 |',
    ]);
  });

  test('figures beyond the upper edge of the page, in a row that it cuts', async () => {
    const lines = [810, 770, 750].map((y) => line(100, y, 280, y)).join('\n');
    const columns = [100, 160, 220, 280].map((x) => line(x, 810, x, 750)).join('\n');
    const row = [text(105, 776, 'a'), text(165, 800, '12'), text(225, 776, '3')].join('\n');
    const next = [text(105, 756, 'b'), text(165, 756, '4')].join('\n');
    expect(await reading(`${row}\n${next}\n${lines}\n${columns}`)).toEqual([
      '| a | \ufffd\ufffd | 3 |',
      '| b | 4 | · |',
    ]);
  });

  test('a figure that runs over the line of its cell', async () => {
    const row = [text(145, 686, '1234'), text(225, 686, '5')].join('\n');
    expect(await reading(`${row}\n${across}\n${down}`)).toEqual(['| 12\ufffd | \ufffd | 5 |', '| · | · | · |']);
  });

  test('raised digits behind a figure', async () => {
    const marked = [text(105, 686, '52'), text(116.5, 690, '13', 6), text(165, 686, '52'), text(176.5, 686, '13', 6)];
    expect(await reading(`${marked.join('\n')}\n${across}\n${down}`)).toEqual(['| 52¹³ | 5213 | · |', '| · | · | · |']);
  });

  test('figures that run out over the side of the page are not cut off', async () => {
    const lines = [700, 680, 660].map((y) => line(480, y, 600, y)).join('\n');
    const cells = [text(485, 686, 'a'), text(545, 686, '1'), text(485, 666, 'b'), text(594, 666, '3119')];
    const columns = [480, 540].map((x) => line(x, 700, x, 660)).join('\n');
    expect(await reading(`${cells.join('\n')}\n${lines}\n${columns}`)).toEqual(['| a | 1 |', '| b | 3119 |']);
  });

  test('a cell merged over rows and one merged over columns', async () => {
    const lines = [
      line(100, 700, 280, 700),
      line(160, 680, 280, 680),
      line(100, 660, 280, 660),
      line(100, 640, 280, 640),
    ];
    const columns = [
      line(100, 700, 100, 640),
      line(160, 700, 160, 660),
      line(220, 700, 220, 660),
      line(280, 700, 280, 640),
    ];
    const words = [
      text(105, 676, 'group'),
      text(165, 686, 'x'),
      text(225, 686, 'y'),
      text(165, 666, '1'),
      text(225, 666, '2'),
      text(105, 646, 'whole row'),
    ];
    expect(await reading([...lines, ...columns, ...words].join('\n'))).toEqual([
      '| group | x | y |',
      '| ~ | 1 | 2 |',
      '| whole row | ~ | ~ |',
    ]);
  });

  test('a blank cell stays a cell', async () => {
    expect(
      await reading(
        ruled(100, 700, [
          ['a', '', '2'],
          ['', '', ''],
        ]),
      ),
    ).toEqual(['| a | · | 2 |', '| · | · | · |']);
  });

  test('positions: from 0, the page, the same object for a merged cell', async () => {
    const { blocks } = await read(sourceOf(pdfOf('', ruled(100, 700, NUMBERS))));
    const [grid] = blocks;
    if (grid?.kind !== 'grid') throw new Error('expected a table');
    expect(grid.table).toBe(1);
    expect(grid.rows[1]?.[2]).toEqual({ text: '4', row: 1, column: 2, rowSpan: 1, columnSpan: 1, page: 2 });
  });
});

describe('text', () => {
  test.each([
    [
      'columns without lines are set apart by blanks',
      [text(100, 700, 'row'), text(200, 700, '12'), text(300, 700, '7')],
      /^row {10,}12 {10,}7$/,
    ],
    [
      'characters set one by one make a word',
      [...'1250'].map((digit, i) => text(100 + i * 5.56, 700, digit)),
      /^1250$/,
    ],
    ['a bold word printed twice is one', [text(100, 700, '11'), text(100.3, 700, '11')], /^11$/],
    ['a raised character stays in its line', [text(100, 700, 'a'), text(106, 703, 'b', 6)], /^ab$/],
  ])('%s', async (_, content, expected) => {
    const lines = await reading(content.join('\n'));
    expect(lines).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ['to the left', '0 1 -1 0 800 0'],
    ['to the right', '0 -1 1 0 -200 600'],
    ['over', '-1 0 0 -1 600 800'],
  ])('a page turned %s is read upright', async (_, matrix) => {
    expect(await reading(`q ${matrix} cm\n${ruled(100, 700, NUMBERS)} Q`)).toEqual(SHOWN);
  });

  test('a watermark askew is left out', async () => {
    expect(
      await reading(`${ruled(100, 700, NUMBERS)}\nq 0.7 0.7 -0.7 0.7 0 0 cm ${text(590, 340, 'DRAFT', 40)} Q`),
    ).toEqual(SHOWN);
  });

  test('a line that fills the width goes on in the next, an indented or short one does not', async () => {
    const full = text(50, 700, 'x'.repeat(98));
    expect(await reading([full, text(50, 685, 'end of it'), text(70, 670, 'indented')].join('\n'))).toEqual([
      `${'x'.repeat(98)} end of it`,
      expect.stringMatching(/^ +indented$/),
    ]);
  });
});

describe('tables over pages', () => {
  const foot = (page: number): string => text(290, 30, `- ${page} -`);
  const head = ['item', 'one', 'two'];

  test.each([
    [
      'go on with the same columns',
      ruled(100, 100, [head, ['a', '1', '2']]),
      ruled(100, 780, [['b', '3', '4']]),
      ['| item | one | two |', '| a | 1 | 2 |', '| b | 3 | 4 |'],
    ],
    [
      'around page numbers',
      `${ruled(100, 100, [head, ['a', '1', '2']])}\n${foot(1)}`,
      `${ruled(100, 780, [['b', '3', '4']])}\n${foot(2)}`,
      ['| item | one | two |', '| a | 1 | 2 |', '| b | 3 | 4 |'],
    ],
    [
      'without the header printed again',
      ruled(100, 100, [head, ['a', '1', '2']]),
      ruled(100, 780, [head, ['b', '3', '4']]),
      ['| item | one | two |', '| a | 1 | 2 |', '| b | 3 | 4 |'],
    ],
    [
      'end where text stands between',
      `${ruled(100, 100, [head, ['a', '1', '2']])}\n${text(100, 40, 'note')}`,
      ruled(100, 780, [['b', '3', '4']]),
      ['| item | one | two |', '| a | 1 | 2 |', 'note', '| b | 3 | 4 |'],
    ],
    [
      'end where the columns are others',
      ruled(100, 100, [head, ['a', '1', '2']]),
      ruled(130, 780, [['b', '3', '4']]),
      ['| item | one | two |', '| a | 1 | 2 |', '| b | 3 | 4 |'],
    ],
  ])('%s', async (_, first, second, expected) => {
    expect(await reading(first, second)).toEqual(expected);
  });

  test('a label wrapped by the page break and the figures beside its first half are one row', async () => {
    const first = ruled(100, 100, [
      ['item', 'one', 'two'],
      ['longlabelgo', '1', '2'],
    ]);
    expect(
      await reading(
        first,
        ruled(100, 780, [
          ['eson', '', ''],
          ['next', '3', '4'],
        ]),
      ),
    ).toEqual(['| item | one | two |', '| longlabelgo⏎eson | 1 | 2 |', '| next | 3 | 4 |']);
  });

  test('rows with figures on both sides, or with blank figures, stay two rows', async () => {
    const pages = [ruled(100, 100, [head, ['longlabelgo', '1', '2']]), ruled(100, 780, [['eson', '', '4']])] as const;
    expect(await reading(...pages)).toEqual(['| item | one | two |', '| longlabelgo | 1 | 2 |', '| eson | · | 4 |']);
    const blank = [ruled(100, 100, [head, ['a', '', '']]), ruled(100, 780, [['b', '', '']])] as const;
    expect(await reading(...blank)).toEqual(['| item | one | two |', '| a | · | · |', '| b | · | · |']);
  });

  test('a bare figure at the foot is the page number only if it is that', async () => {
    expect(await reading(`${text(100, 700, 'a')}\n${text(290, 30, '1')}`)).toEqual(['a']);
    expect(await reading(`${text(100, 700, 'a')}\n${text(290, 30, '9')}`)).toEqual([
      'a',
      expect.stringMatching(/^ +9$/),
    ]);
  });
});

test.each([
  ['a scan', '0 0 600 800 re f', 'NO_TEXT_LAYER'],
  ['a scan with recognized text beneath', `3 Tr ${text(100, 700, 'words')}`, 'NO_TEXT_LAYER'],
  ['no pages', null, 'NO_TEXT_LAYER'],
])('%s is refused: %s', async (_, page, reason) => {
  expect(await refusalOf(() => read(sourceOf(page === null ? pdfOf() : pdfOf(page))))).toBe(reason);
});

test.each([
  ['too many pages', Array.from({ length: 301 }, () => '')],
  ['too much text on a page', [Array.from({ length: 600 }, (_, i) => text(1, 1 + i, 'x'.repeat(100), 1)).join('\n')]],
])('%s: LIMIT_EXCEEDED', async (_, pages) => {
  expect(await refusalOf(() => read(sourceOf(pdfOf(...pages))))).toBe('LIMIT_EXCEEDED');
});
