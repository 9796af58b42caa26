import { describe, expect, test } from '@jest/globals';
import type { Disposition } from '../../../src/catalog/dispositions.js';
import { typewriterWidth } from '../../../src/ingest/text/typewriterWidth.js';
import { readAligned, SMALL, type Setting } from './alignedText.js';

const PARTLY: Disposition[] = ['GRANTED', 'NOT_HELD', 'DUPLICATE'];
const NOTHING = ['', '', '', '', '', '', ''].map(() => null);
const asPrinted = PARTLY.map((row) => SMALL[row]);

describe('blank cells of aligned text', () => {
  test.each<[string, Setting]>([
    ['set for characters that take two columns', {}],
    ['set for characters that take one', { widthOf: (text) => text.length }],
  ])('%s', (_, setting) => expect(readAligned(PARTLY, setting)).toEqual(asPrinted));

  test('not where labels move figures: characters took neither one column nor two', () => {
    const widthOf = (text: string): number => typewriterWidth(text) * 0.85;
    expect(readAligned(PARTLY, { widthOf })).toEqual(PARTLY.map(() => NOTHING));
  });

  test('not in a row whose figures stand where their columns do not add up', () => {
    const NOT_HELD = ['', '', '3', '', '', '', '3'];
    expect(readAligned(PARTLY, { rows: { NOT_HELD } })).toEqual([SMALL.GRANTED, NOTHING, SMALL.DUPLICATE]);
  });
});

describe('a row whose total is blank', () => {
  const DUPLICATE = ['3', '', '', '', '', '', ''];
  test('is read where every column adds up', () => {
    expect(readAligned(['DUPLICATE'], { rows: { DUPLICATE } })).toEqual([DUPLICATE]);
  });
  test('is not where one does not', () => {
    const CARRIED_IN = ['0', '0', '0', '1', '0', '0', '1'];
    expect(readAligned(['DUPLICATE'], { rows: { DUPLICATE, CARRIED_IN } })).toEqual([NOTHING]);
  });
  test('is not where it has nothing but zeros, and no other row is like it', () => {
    const rows = { DUPLICATE, VEXATIOUS: ['0', '0', '0', '0', '0', '', ''] };
    expect(readAligned(['VEXATIOUS'], { rows })).toEqual([NOTHING]);
  });
});

test('seven figures are no row where others leave out blank cells and they neither add up nor stand in columns', () => {
  const rows = { DUPLICATE: ['3', '0', '0', '', '0', '0', '3'] };
  const damage = (line: string): string => (line.includes('重复申请 ') ? `${line}       12` : line);
  expect(readAligned(['DUPLICATE'], { rows, damage })).toEqual([NOTHING]);
});

test('nor where they add up by chance', () => {
  const rows = { DUPLICATE: ['1', '0', '0', '0', '0', '', '1'] };
  const damage = (line: string): string => (line.includes('重复申请 ') ? `${line}       2` : line);
  expect(readAligned(['DUPLICATE'], { rows, damage })).toEqual([NOTHING]);
});

test('figures below a label are not its own where the next label is missing', () => {
  const rows = { VEXATIOUS: [], CONFIRM_OR_REISSUE: ['0', '0', '0', '1', '0', '0', '1'] };
  const damage = (line: string): string => line.replace('5.要求行政机关确认或重新出具已获取信息', ' '.repeat(38));
  expect(readAligned(['VEXATIOUS'], { rows, damage })).toEqual([NOTHING]);
});
