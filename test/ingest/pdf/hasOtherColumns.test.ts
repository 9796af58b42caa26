import { expect, test } from '@jest/globals';
import { hasOtherColumns } from '../../../src/ingest/recognize/placed/hasOtherColumns.js';
import { toPlaced } from '../../../src/ingest/recognize/placed/Placed.js';

test.each<[string, boolean]>([
  ['2.重复申请 1 0 0 0 0 0 1', false],
  ['2.重复申请 1 0 0', false],
  ['8 2.重复申请 1 0 0 0 0 0 1', false],
  ['2.重复申请 1 0 0 0 0 0 1 9', true],
  ['2.重复申请 1 0 2.重复申请 3 0', true],
  ['1 0 0 0 0 0 1 9', false],
])('%s: other columns %s', (text, expected) => {
  const words = text
    .split(' ')
    .map((word, at) =>
      toPlaced({ page: 1, text: word, left: at * 80, right: at * 80 + word.length * 10, baseline: 100, size: 10 }),
    );
  expect(hasOtherColumns([{ text, words }], 'APPLICATIONS', 'FORM_2021')).toBe(expected);
});
