import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { sourceOf } from '../read/sourceOf.js';
import { chinesePdf, words } from './chinesePdf.js';

test.each<[string, readonly (readonly [number, string])[], string]>([
  [
    'set close',
    [
      [40, '12'],
      [50, '3'],
    ],
    '123',
  ],
  [
    'bold by a second print',
    [
      [40, '6100'],
      [41, '6100'],
    ],
    '6100',
  ],
  [
    'one over the next column',
    [
      [40, '1556'],
      [51, '0'],
    ],
    '155\ufffd0\ufffd6',
  ],
  [
    'one that ends where the next begins',
    [
      [40, '61'],
      [46, '1973'],
    ],
    '61\ufffd973',
  ],
])('figures %s', async (_, placed, text) => {
  const content = placed.map(([x, figure]) => words(x, 50, figure, 10)).join('\n');
  const [block] = (await readPdf(sourceOf(chinesePdf([content])))).blocks;
  const read = block?.kind === 'paragraph' ? block.text : null;
  expect(read).toBe(text);
});
