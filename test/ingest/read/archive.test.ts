import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { unpack } from '../../../src/ingest/read/archive.js';

/** Each member as `path` and its text, or the reason for which it can't be had. */
async function unpacked(
  archive: Uint8Array,
  limits?: { members: number; membersBytes: number },
): Promise<[string, string][]> {
  const members: [string, string][] = [];
  for await (const member of unpack(archive, 'a.zip', limits === undefined ? {} : { limits })) {
    members.push([member.path, 'refusal' in member ? member.refusal.reason : Buffer.from(member.bytes).toString()]);
  }
  return members;
}

const zip = (files: Zippable): Uint8Array => zipSync(files);
const one = strToU8('one');

describe('members', () => {
  test.each<[string, Zippable, [string, string][]]>([
    [
      'in the order of the archive',
      { 'b.html': one, 'x/a.txt': strToU8('two') },
      [
        ['a.zip!/b.html', 'one'],
        ['a.zip!/x/a.txt', 'two'],
      ],
    ],
    [
      'without folders, hidden files and litter',
      {
        'x/': new Uint8Array(),
        '.git/a': one,
        '__MACOSX/b.html': one,
        'x/.DS_Store': one,
        'x/~$b.docx': one,
        'Thumbs.db': one,
        'b.html': one,
      },
      [['a.zip!/b.html', 'one']],
    ],
    [
      'with paths that lead out, which lead nowhere',
      { '../../etc/x': one, 'C:\\y': one },
      [
        ['a.zip!/../../etc/x', 'one'],
        ['a.zip!/C:/y', 'one'],
      ],
    ],
    [
      'of archives within',
      { 'b.zip': zip({ 'c.html': one }), 'd.html': one },
      [
        ['a.zip!/b.zip!/c.html', 'one'],
        ['a.zip!/d.html', 'one'],
      ],
    ],
    [
      'not deeper than two',
      { 'b.zip': zip({ 'c.zip': zip({ 'd.html': one }), 'e.html': one }) },
      [
        ['a.zip!/b.zip!/c.zip', 'LIMIT_EXCEEDED'],
        ['a.zip!/b.zip!/e.html', 'one'],
      ],
    ],
    [
      'of which there are none',
      { 'x/': new Uint8Array(), '__MACOSX/b.html': one, '.DS_Store': one },
      [['a.zip', 'NOT_A_REPORT']],
    ],
    ['of nothing at all', {}, [['a.zip', 'NOT_A_REPORT']]],
    [
      'of an empty archive within',
      { 'b.zip': zip({}), 'c.html': one },
      [
        ['a.zip!/b.zip', 'NOT_A_REPORT'],
        ['a.zip!/c.html', 'one'],
      ],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await unpacked(zip(files))).toEqual(expected);
  });

  test('a Word file is a member, not an archive', async () => {
    const word = zip({ '[Content_Types].xml': one, 'word/document.xml': one });
    expect((await unpacked(zip({ 'b.docx': word }))).map(([path]) => path)).toEqual(['a.zip!/b.docx']);
  });

  test.each([
    ['GBK', 'babad6dd2e747874', false, '汉州.txt'],
    ['UTF-8 without its flag', Buffer.from('汉中.txt').toString('hex'), false, '汉中.txt'],
    ['control characters', Buffer.from('a\u001b[2J.txt').toString('hex'), false, 'a\ufffd[2J.txt'],
  ])('names in %s', async (_, hex, __, expected) => {
    const name = Buffer.from(hex, 'hex');
    const archive = Buffer.from(zip({ ['x'.repeat(name.length)]: one }));
    for (let at = archive.indexOf('xxxx'); at >= 0; at = archive.indexOf('xxxx', at + 1)) name.copy(archive, at);
    const [member] = await unpacked(archive);
    expect(member?.[0]).toBe(`a.zip!/${expected}`);
  });

  test.each([
    ['its name beside it in UTF-8', 0, '汉中.txt'],
    ['one beside it of a name that it had before', 1, 'xxxx'],
  ])('%s', async (_, change, expected) => {
    const name = strToU8('汉中.txt');
    const field = Buffer.concat([Buffer.alloc(5), name]);
    field[0] = 1;
    field.writeUInt32LE((crc32('xxxx') + change) % 2 ** 32, 1);
    const archive = zip({ xxxx: [one, { extra: { 0x7075: field } }] });
    expect(await unpacked(archive)).toEqual([[`a.zip!/${expected}`, 'one']]);
  });
});

describe('one bad member never stops the others', () => {
  const files = { 'b.html': [strToU8('the first of them'), { level: 0 }], 'c.html': one } satisfies Zippable;

  test('a damaged one', async () => {
    const archive = Buffer.from(zip(files));
    archive.write('X', archive.indexOf('first'));
    expect(await unpacked(archive)).toEqual([
      ['a.zip!/b.html', 'UNREADABLE'],
      ['a.zip!/c.html', 'one'],
    ]);
  });

  test('an encrypted one', async () => {
    const archive = Buffer.from(zip(files));
    const entry = archive.indexOf('PK\u0001\u0002');
    archive[entry + 8] = (archive[entry + 8] ?? 0) | 1;
    expect(await unpacked(archive)).toEqual([
      ['a.zip!/b.html', 'UNREADABLE'],
      ['a.zip!/c.html', 'one'],
    ]);
  });

  test('one that explodes, whatever size it declares', async () => {
    const bomb = zip({ 'b.html': [new Uint8Array(8 * 1024 * 1024), { level: 9 }], 'c.html': one });
    expect(await unpacked(bomb)).toEqual([
      ['a.zip!/b.html', 'LIMIT_EXCEEDED'],
      ['a.zip!/c.html', 'one'],
    ]);
    const liar = Buffer.from(bomb);
    liar.writeUInt32LE(100, liar.indexOf('PK\u0001\u0002') + 24);
    expect(await unpacked(liar)).toEqual([
      ['a.zip!/b.html', 'UNREADABLE'],
      ['a.zip!/c.html', 'one'],
    ]);
  });

  test('a damaged archive within', async () => {
    const inner = zip({ 'c.html': one });
    const broken = Buffer.concat([inner.subarray(0, 20), Buffer.alloc(200)]);
    expect(await unpacked(zip({ 'b.zip': broken, 'd.html': one }))).toEqual([
      ['a.zip!/b.zip', expect.any(String)],
      ['a.zip!/d.html', 'one'],
    ]);
  });
});

test.each([
  ['no archive', strToU8('words')],
  ['the first half of one', zip({ 'b.html': one, 'c.html': one }).subarray(0, 80)],
])('%s: its own refusal', async (_, bytes) => {
  expect(await unpacked(bytes)).toEqual([['a.zip', 'UNREADABLE']]);
});

test.each<[string, Zippable, { members: number; membersBytes: number }, number]>([
  ['members', { a: one, b: one, c: one }, { members: 2, membersBytes: 100 }, 2],
  ['members of archives within', { 'b.zip': zip({ c: one, d: one, e: one }) }, { members: 3, membersBytes: 1000 }, 2],
  ['bytes', { a: one, b: one, c: one }, { members: 9, membersBytes: 8 }, 2],
])('too many %s end the list', async (_, files, limits, taken) => {
  const members = await unpacked(zip(files), limits);
  expect(members).toHaveLength(taken + 1);
  expect(members.at(-1)).toEqual(['a.zip', 'LIMIT_EXCEEDED']);
});
