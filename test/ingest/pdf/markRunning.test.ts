import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { sourceOf } from '../read/sourceOf.js';
import { chinesePdf, line, words } from './chinesePdf.js';

/** A page whose table of two cells runs on beneath what is printed at its bottom. */
const pageOf = (label: string, figure: string, bottom: string): string =>
  [
    ...[700, 760, 820].map((y) => line(100, y, 400, y)),
    ...[100, 250, 400].map((x) => line(x, 700, x, 820)),
    words(110, 720, '规章', 10),
    words(300, 720, '5', 10),
    words(110, 780, label, 10),
    ...(figure === '' ? [] : [words(300, 780, figure, 10)]),
    ...(bottom === '' ? [] : [words(300, 812, bottom, 9)]),
  ].join('\n');

test.each<[string, readonly string[], readonly string[]]>([
  ['nothing', ['', ''], ['', '']],
  ['numbers of pages', ['1', '2'], ['\ufffd', '\ufffd']],
  ['numbers of pages behind a cover', ['3', '4'], ['\ufffd', '\ufffd']],
  ['other figures', ['4', '9'], ['4', '9']],
  ['the same words', ['某某局2022', '某某局2022'], ['某某局', '某某局']],
])('at the bottom, over a blank cell: %s', async (_, bottoms, texts) => {
  const pages = ['行政许可', '行政处罚'].map((label, at) => pageOf(label, '', bottoms[at] ?? ''));
  const { blocks } = await readPdf(sourceOf(chinesePdf(pages)));
  const cells = blocks.flatMap((block) => (block.kind === 'grid' ? block.rows.map((row) => row[1]?.text) : []));
  expect(cells).toEqual(['5', texts[0], '5', texts[1]]);
});

test('a header of every page stands once, outside of tables', async () => {
  const pages = ['一、行政许可', '二、行政处罚'].map((text) =>
    [words(40, 30, '某某局2022', 9), words(40, 60, text, 10)].join('\n'),
  );
  const { blocks } = await readPdf(sourceOf(chinesePdf(pages)));
  const texts = blocks.map((block) => (block.kind === 'paragraph' ? block.text.trim() : ''));
  expect(texts).toEqual(['某某局2022', '一、行政许可', '二、行政处罚']);
});
