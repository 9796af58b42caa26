import { expect, test } from '@jest/globals';
import { readPdf } from '../../../src/ingest/read/pdf/readPdf.js';
import { sourceOf } from '../read/sourceOf.js';
import { chinesePdf, line, words } from './chinesePdf.js';

const BOX = [...[40, 60].map((y) => line(200, y, 300, y)), ...[200, 250, 300].map((x) => line(x, 40, x, 60))];

test.each<[string, readonly string[], string]>([
  ['lines around a part of a row', [words(40, 54, '规章', 10), words(330, 54, '0', 10)], 'paragraph'],
  ['a table with nothing beside it', [words(40, 84, '规章', 10)], 'grid'],
])('%s', async (_, beside, kind) => {
  const content = [...BOX, words(220, 54, '3', 10), words(270, 54, '5', 10), ...beside].join('\n');
  const { blocks } = await readPdf(sourceOf(chinesePdf([content])));
  expect(blocks[0]?.kind).toBe(kind);
});
