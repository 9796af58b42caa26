import { describe, expect, test } from '@jest/globals';
import { DocTable } from '../../../src/ingest/read/doc/DocTable.js';
import { markAt } from '../../../src/ingest/read/doc/markAt.js';
import { shownText } from '../../../src/ingest/read/doc/shownText.js';
import { readSprms, SPRM } from '../../../src/ingest/read/doc/sprms.js';
import { read } from '../../../src/ingest/read/read.js';
import type { Document } from '../../../src/ingest/types.js';
import { readFixture } from './readFixture.js';
import { refusalOf } from './refusalOf.js';
import { shown } from './shown.js';
import { sourceOf } from './sourceOf.js';

test('text, changes tracked, hidden words, fields, tables within tables', async () => {
  expect(shown(await read(sourceOf(readFixture('text.doc'))))).toEqual([
    '# 一、总体情况',
    '13',
    'seen',
    'a\tb',
    'c',
    '1',
    '| head | ~ | x |',
    '| g | 商业⏎企业 | 1 |',
    '| ~ | · | 2 |',
    'between',
    'before',
    '| a | 1 |',
    'after',
    'end',
  ]);
});

test('marks of notes and what is struck out', async () => {
  expect(shown(await read(sourceOf(readFixture('marks.doc'))))).toEqual(['52¹', '52₂', '52 3\u0336', '524']);
});

test('what styles of runs and of paragraphs hide, raise and strike out', async () => {
  expect(shown(await read(sourceOf(readFixture('styles.doc'))))).toEqual([
    '52',
    '52³',
    '52³',
    '52 3\u0336',
    '523',
    '523',
    '3',
  ]);
});

test.each([
  ['the result of a field', '\u0013 FORMTEXT \u0001\u00145\u0015', '5'],
  ['a blank result', '\u0013 FORMTEXT \u0001\u0014\u0015', ''],
  ['a list to choose from', '\u0013 FORMDROPDOWN \u0001\u0015', '\ufffc'],
  ['a box', '\u0013 FORMCHECKBOX \u0001\u0015', '\ufffc'],
  ['a sum without its result', '\u0013=SUM(ABOVE)\u0015', '\ufffc'],
  ['a field within the instruction of another', '\u0013IF\u0013=1\u00141\u0015\u00145\u0015', '5'],
  ['an entry of an index', '12\u0013XE "a"\u0015', '12'],
])('in a cell, %s', (_, text, expected) => {
  expect(shownText(text, true)).toBe(expected);
  expect(shownText(text, false)).toBe(expected.replace('\ufffc', ''));
});

describe('columns of a row', () => {
  interface Row {
    readonly texts: readonly string[];
    readonly sides: readonly number[];
    readonly flags?: readonly number[];
  }
  const tableOf = (rows: readonly Row[]): string[] => {
    const table = new DocTable();
    for (const { texts, sides, flags = [] } of rows) {
      for (const text of texts) {
        table.blocks.push({ kind: 'paragraph', text, page: null, heading: null });
        table.closeCell();
      }
      table.closeRow({ sides, flags });
    }
    return shown({ blocks: table.close(() => 1) } as unknown as Document);
  };

  test.each<[string, Row[], string[]]>([
    [
      'wide cells span',
      [
        { texts: ['a', 'b'], sides: [0, 1000, 2000] },
        { texts: ['c'], sides: [0, 2000] },
      ],
      ['| a | b |', '| c | ~ |'],
    ],
    [
      'sides a little off are one',
      [
        { texts: ['a', 'b'], sides: [0, 1000, 2000] },
        { texts: ['c', 'd'], sides: [-8, 1012, 1995] },
      ],
      ['| a | b |', '| c | d |'],
    ],
    [
      'merged down',
      [
        { texts: ['g', '1'], sides: [0, 1000, 2000], flags: [0x60, 0] },
        { texts: ['', '2'], sides: [0, 1000, 2000], flags: [0x20, 0] },
      ],
      ['| g | 1 |', '| ~ | 2 |'],
    ],
    [
      'merged across',
      [
        { texts: ['a', 'b', 'c'], sides: [0, 1000, 2000, 3000] },
        { texts: ['g', '', '1'], sides: [0, 1000, 2000, 3000], flags: [1, 2, 0] },
      ],
      ['| a | b | c |', '| g | ~ | 1 |'],
    ],
    [
      'two merged across, one beside the other',
      [
        { texts: ['a', 'b', 'c', 'd'], sides: [0, 1000, 2000, 3000, 4000] },
        { texts: ['g', '', 'h', ''], sides: [0, 1000, 2000, 3000, 4000], flags: [1, 2, 1, 2] },
      ],
      ['| a | b | c | d |', '| g | ~ | h | ~ |'],
    ],
    [
      'a row that says nothing is counted',
      [
        { texts: ['a', 'b'], sides: [] },
        { texts: ['c', 'd'], sides: [] },
      ],
      ['| a | b |', '| c | d |'],
    ],
  ])('%s', (_, rows, expected) => {
    expect(tableOf(rows)).toEqual(expected);
  });
});

describe('modifiers', () => {
  test.each([
    ['one byte', '1624 01', SPRM.inTable, '01'],
    ['four bytes', '4966 02000000', SPRM.depth, '02000000'],
    ['a length of its own', '2cca 03 aabbcc 1624 01', SPRM.inTable, '01'],
    ['a length of two bytes', '08d6 0400 01aabb 1624 01', SPRM.tableColumns, '01aabb'],
    ['after a long one', '08d6 0400 01aabb 1624 01', SPRM.inTable, '01'],
    ['the last of a kind', '1624 00 1624 01', SPRM.inTable, '01'],
  ])('%s', (_, list, code, expected) => {
    const operands = readSprms(Buffer.from(list.replaceAll(' ', ''), 'hex'));
    expect(operands.get(code)?.toString('hex')).toBe(expected);
  });

  test.each(['1624', '4966 0200', '08d6 ff00 01', '15c6 ff 00', '2cca ff'])('%s runs over the end', (list) => {
    expect(readSprms(Buffer.from(list.replaceAll(' ', ''), 'hex')).size).toBe(0);
  });
});

test.each([
  ['a sign of a font of its own', '096a 0000 31f0', 'symbol'],
  ['one that is hidden', '096a 0000 31f0 3c08 01', 'unprinted'],
  ['struck out', '3708 01', 'struck'],
  ['bold', '3508 01', null],
])('the mark of a run: %s', (_, list, expected) => {
  const run = { from: 0, to: 2, properties: Buffer.from(list.replaceAll(' ', ''), 'hex') };
  const mark = markAt({ styles: () => Buffer.alloc(0), formats: (of) => (of === 'characters' ? [run] : []) });
  expect([mark(0), mark(2)]).toEqual([expected, null]);
});

/** Offsets into text.doc, whose main stream is at the second sector. */
const changed = (change: (main: Buffer) => void): Buffer => {
  const bytes = Buffer.from(readFixture('text.doc'));
  change(bytes.subarray(bytes.indexOf(Buffer.from('eca5', 'hex'))));
  return bytes;
};

test.each<[string, Buffer]>([
  ['encrypted', changed((main) => main.writeUInt16LE(main.readUInt16LE(0x0a) | 0x0100, 0x0a))],
  ['of Word 95', changed((main) => main.writeUInt16LE(0xa5dc, 0))],
  ['with more text than bytes', changed((main) => main.writeUInt32LE(0x7fffffff, 0x4c))],
  ['with its pieces out of the file', changed((main) => main.writeUInt32LE(0x00ffffff, 0x1a2))],
])('a document %s is refused', async (_, bytes) => {
  expect(await refusalOf(() => read(sourceOf(bytes)))).toBe('UNREADABLE');
});
