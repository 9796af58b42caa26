import { describe, expect, test } from '@jest/globals';
import { labelsOf } from '../../../../src/ingest/recognize/placed/labelsOf.js';
import { toPlaced, type Placed } from '../../../../src/ingest/recognize/placed/Placed.js';
import { rowsOf } from '../../../../src/ingest/recognize/placed/rowsOf.js';

const SIZE = 10;

/** A word whose characters are as wide as they are high, figures half as wide. */
const word = (text: string, left: number, baseline: number, page = 1): Placed => {
  const width = Array.from(text).reduce((sum, character) => sum + (character < '\u2e80' ? SIZE / 2 : SIZE), 0);
  return toPlaced({ page, text, left, right: left + width, baseline, size: SIZE });
};
const HEADERS = [200, 250, 300].map((left) => ({ text: '自然人', left, right: left + 30 }));

/** The cells of rows by their labels: what is printed in each column, or why that is not known. */
function cellsOf(
  labels: readonly Placed[],
  words: readonly Placed[],
  others: readonly Placed[] = [],
): Record<string, unknown> {
  const found = labelsOf(labels, 'APPLICATIONS', () => true);
  return Object.fromEntries(
    rowsOf(HEADERS, found, words, others).map(({ label, cells }) => [
      label.term.code,
      typeof cells === 'string' ? cells : cells.map((cell) => cell?.text ?? ''),
    ]),
  );
}

const STATE_SECRET = word('1.属于国家秘密', 20, 100);
const PROHIBITED = [word('2.其他法律行政', 20, 120), word('法规禁止公开', 20, 132)];

describe('rows by the places of their words', () => {
  test.each<[string, Placed[], Record<string, unknown>]>([
    ['blank cells', [word('3', 210, 100)], { STATE_SECRET: ['3', '', ''], PROHIBITED_BY_LAW: ['', '', ''] }],
    [
      'a figure beside the middle of a wrapped label',
      [word('3', 210, 100), word('12', 310, 126)],
      { STATE_SECRET: ['3', '', ''], PROHIBITED_BY_LAW: ['', '', '12'] },
    ],
    [
      'a figure beside no label: none is sure',
      [word('3', 210, 110)],
      { STATE_SECRET: 'UNCERTAIN', PROHIBITED_BY_LAW: 'UNCERTAIN' },
    ],
    [
      'a figure broken over lines, its rest beside no label',
      [word('300', 210, 100), word('1', 210, 110)],
      { STATE_SECRET: 'TORN', PROHIBITED_BY_LAW: 'UNCERTAIN' },
    ],
    [
      'figures that stand close to each other, with nothing to tell them by',
      [word('30000', 210, 100), word('12', 238, 100)],
      { STATE_SECRET: 'UNCERTAIN', PROHIBITED_BY_LAW: ['', '', ''] },
    ],
    [
      'two figures in one column',
      [word('3', 205, 100), word('1', 220, 100)],
      { STATE_SECRET: 'TORN', PROHIBITED_BY_LAW: ['', '', ''] },
    ],
    [
      'digits of one column, set a little apart',
      [word('3', 205, 100), word('1', 212, 100)],
      { STATE_SECRET: ['31', '', ''], PROHIBITED_BY_LAW: ['', '', ''] },
    ],
    [
      'a figure broken over lines',
      [word('300', 305, 120), word('12', 305, 132)],
      { STATE_SECRET: ['', '', ''], PROHIBITED_BY_LAW: 'TORN' },
    ],
    [
      'words, left for the reader of values',
      [word('无', 210, 100)],
      { STATE_SECRET: ['无', '', ''], PROHIBITED_BY_LAW: ['', '', ''] },
    ],
  ])('%s', (_, words, rows) => expect(cellsOf([STATE_SECRET, ...PROHIBITED], words)).toEqual(rows));

  test('figures of a row that a page cuts are of either neighbor', () => {
    const labels = [STATE_SECRET, word('2.其他法律行政', 20, 800), word('法规禁止公开', 20, 60, 2)];
    const [next] = [word('4.保护第三方合法权益', 20, 100, 2)];
    expect(cellsOf([...labels, next], [word('3', 210, 60, 2), word('5', 210, 100, 2)])).toEqual({
      STATE_SECRET: 'UNCERTAIN',
      THIRD_PARTY_RIGHTS: 'UNCERTAIN',
    });
  });

  test('figures beside the label of another row are none of ours', () => {
    const other = word('其中：网上申请', 20, 110);
    const words = [word('3', 210, 100), word('2', 210, 110)];
    expect(cellsOf([STATE_SECRET, ...PROHIBITED], words, [other])).toEqual({
      STATE_SECRET: ['3', '', ''],
      PROHIBITED_BY_LAW: ['', '', ''],
    });
  });

  test('labels out of order are no table', () => {
    expect(cellsOf([word('1.属于国家秘密', 20, 100), word('2.重复申请', 110, 100)], [])).toEqual({});
  });
});
