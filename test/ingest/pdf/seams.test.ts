import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { sourceOf } from '../read/sourceOf.js';
import { chinesePdf, line, words } from './chinesePdf.js';

const single = (text: string, x: number, y: number): string[] =>
  Array.from(text, (digit, at) => words(x + at * 5, y, digit, 10));

const OTHERS = words(40, 100, '2023 1057 4119 7730', 10);
const FRAME = [...[40, 60].map((y) => line(30, y, 230, y)), ...[30, 130, 230].map((x) => line(x, 40, x, 60))];

test.each<[string, readonly string[], string]>([
  [
    'of figures printed in one go, two that touch',
    [words(40, 50, '12', 10), words(50, 50, '3', 10), OTHERS],
    '12\ufffd3',
  ],
  ['of digits printed one by one', [...single('123', 40, 50), ...single('1057', 40, 100)], '123'],
  ['a figure alone, in parts', [words(40, 50, '12', 10), words(50, 50, '3', 10)], '123'],
  ['printed twice to look bold', [words(40, 50, '123', 10), words(40.4, 50, '123', 10), OTHERS], '123'],
  ['in parts, in the cell that lines make', [...FRAME, words(40, 50, '12', 10), words(50, 50, '3', 10), OTHERS], '123'],
])('%s', async (_, content, text) => {
  const [block] = (await readPdf(sourceOf(chinesePdf([content.join('\n')])))).blocks;
  expect(block?.kind === 'grid' ? block.rows[0]?.[0]?.text : block?.text.trim()).toBe(text);
});
