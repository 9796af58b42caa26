import { describe, expect, test } from '@jest/globals';
import type { CellObject } from '@e965/xlsx';
import { BiffStrings } from '../../../src/ingest/read/xlsx/BiffStrings.js';
import { viewsInXls } from '../../../src/ingest/read/xlsx/viewsInXls.js';
import { readFixture } from './readFixture.js';
import { bookOf, readingBook } from './xlsxOf.js';

describe('workbooks of 2003', () => {
  const record = (type: number, ...words: number[]): number[] => [type, words.length * 2, ...words];
  const begin = record(0x0809, 0);
  const end = record(0x000a);
  /** A stream of one sheet of these records. */
  const streamOf = (...sheet: number[]): Buffer => {
    const globals = [...begin, ...record(0x0085, 28, 0, 0, 0), ...end];
    const stream = Buffer.from(Uint16Array.from([...globals, ...begin, ...sheet, ...end]).buffer);
    stream.writeUInt32LE(globals.length * 2, 10);
    return stream;
  };
  const PLAIN = {
    hidden: { rows: [], columns: [] },
    showsZeros: true,
    uncalculated: new Set(),
    texts: new Map(),
    effects: new Map(),
  };
  const formula = record(0x0006, 3, 2, 0, 0);

  test.each<[string, number[], object]>([
    [
      'hidden rows and columns, but those of a chart',
      [
        ...begin,
        ...record(0x007d, 0, 9, 100, 0, 1, 0),
        ...end,
        ...record(0x007d, 2, 3, 2000, 0, 1, 0),
        ...record(0x007d, 4, 4, 0, 0, 0, 0),
        ...record(0x007d, 5, 5, 2000, 0, 0, 0),
        ...record(0x0208, 6, 0, 9, 255, 0, 0, 0x20, 0),
        ...record(0x0208, 7, 0, 9, 255, 0, 0, 0, 0),
      ],
      {
        hidden: {
          rows: [[6, 6]],
          columns: [
            [2, 3],
            [4, 4],
          ],
        },
      },
    ],
    ['a window that shows zeros', record(0x023e, 0x06b6), {}],
    ['one that shows none', record(0x023e, 0x06a6), { showsZeros: false }],
    ['formulas', formula, {}],
    ['formulas without results', [...record(0x005e, 0), ...formula], { uncalculated: new Set(['3/2']) }],
  ])('%s', (_, records, expected) => {
    expect(viewsInXls(streamOf(...records))).toEqual([{ ...PLAIN, ...expected }]);
  });

  test('what fonts raise, strike out and print in white; errors, and a sheet that shows no zeros', async () => {
    expect(await readingBook(readFixture('marks.xls'))).toEqual([
      '| 52¹ | 52 1\u0336 | 521 | 7\u0336 | \ufffc | 规章 |',
      '| · | 5 | #REF! | 3\u0336 | 4\u0336 | · |',
    ]);
  });

  test('texts that go on in another record', () => {
    const text = (head: string, characters: Buffer, tail = ''): Buffer =>
      Buffer.concat([
        Buffer.from(head.replaceAll(' ', ''), 'hex'),
        characters,
        Buffer.from(tail.replaceAll(' ', ''), 'hex'),
      ]);
    const first = text('0200 0000 0200 0000', text('0400 09 0200', Buffer.from('规', 'utf16le')));
    const second = text('00', text('', Buffer.from('52x', 'latin1'), '0100 0500'));
    const third = text('0300 0600', text('0100 04 0200 0000', Buffer.from('a'), 'ffff'));
    expect([...new BiffStrings([first, second, third]).read()]).toEqual([
      {
        text: '规52x',
        runs: [
          { from: 1, font: 5 },
          { from: 3, font: 6 },
        ],
      },
      { text: 'a', runs: [] },
    ]);
    expect(() => [...new BiffStrings([first, second]).read()]).toThrow(RangeError);
  });

  test('errors are no figures', async () => {
    const bytes = bookOf([['a', 1]], [], 'biff8', (sheet) => {
      sheet['B1'] = { t: 'e', v: 0x17 } satisfies CellObject;
    });
    expect(await readingBook(bytes)).toEqual(['| a | #REF! |']);
  });
});
