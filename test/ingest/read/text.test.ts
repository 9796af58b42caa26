import { describe, expect, test } from '@jest/globals';
import { readText } from '../../../src/ingest/read/text.js';
import type { Document } from '../../../src/ingest/types.js';

const read = (text: string, type = 'text/plain'): Document => readText(new TextEncoder().encode(text), type);
const blocksOf = (document: Document): unknown[] =>
  document.blocks.map((block) =>
    block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.map(({ text }) => text)),
  );

describe('readText', () => {
  test.each<[string, string, unknown[]]>([
    ['lines, blank ones kept', '一\r\n\n\t0\n二  \n', ['一', '', '\t0', '二', '']],
    ['tabs at the end are blank cells', '一\t1\t\t \n', ['一\t1\t\t', '']],
    [
      'Markdown tables',
      '|a|b|\n|---|:-:|\n|1||\n|c<br>d|2|\nx',
      [
        [
          ['a', 'b'],
          ['1', ''],
          ['c\nd', '2'],
        ],
        'x',
      ],
    ],
    [
      'rows of Markdown that no pipe begins or ends, bold words and escaped signs',
      '**a** | b\n--- | ---\n | 1\\.\nc | &nbsp;\nx',
      [
        [
          ['a', 'b'],
          ['', '1.'],
          ['c', ''],
        ],
        'x',
      ],
    ],
    [
      'tables of HTML within Markdown',
      'x\n<table>\n<tr><td>a</td><td rowspan="2">1</td></tr>\n\n<tr><td>b</td></tr></table>\n## y\n<TABLE><tr><td>c<td>2',
      [
        'x',
        [
          ['a', '1'],
          ['b', '1'],
        ],
        'y',
        [['c', '2']],
      ],
    ],
    ['pipes without a rule are lines', 'a | b |\n1 | 2 |', ['a | b |', '1 | 2 |']],
    ['nothing', '', ['']],
  ])('%s', (_name, text, blocks) => expect(blocksOf(read(text))).toEqual(blocks));

  test('headings of Markdown keep their level', () => {
    expect(read('## 二、情况\n#x').blocks).toMatchObject([
      { text: '二、情况', heading: 2 },
      { text: '#x', heading: null },
    ]);
  });

  test('a form feed begins a page', () => {
    expect(read('一\n二\f三').blocks.map((block) => (block.kind === 'paragraph' ? block.page : null))).toEqual([
      1, 1, 2,
    ]);
    expect(read('一').blocks).toMatchObject([{ page: null }]);
  });

  test.each([
    ['text/plain', 'text/plain'],
    ['text/markdown; charset=utf-8', 'text/markdown'],
  ])('declared %s', (declared, mediaType) => expect(read('x', declared).mediaType).toBe(mediaType));
});
