import { expect, test } from '@jest/globals';
import { joinBrackets } from '../../../../src/ingest/recognize/placed/joinBrackets.js';
import { toPlaced } from '../../../../src/ingest/recognize/placed/Placed.js';

/** Words as wide as they are long; `_` is a place without any. */
const joined = (text: string): string[] => {
  const words = [...text.matchAll(/[^ _]+/g)].map(({ 0: word, index }) =>
    toPlaced({ page: 1, text: word, left: index * 10, right: (index + word.length) * 10, baseline: 100, size: 10 }),
  );
  return joinBrackets(words).map((word) => word.text);
};

test.each([
  ['（含 2 件）', ['（含2件）']],
  ['规章 （含 2 （件） 份） 5', ['规章', '（含2（件）份）', '5']],
  ['（区分处理的 5', ['（区分处理的', '5']],
  ['（一）项 5 0', ['（一）项', '5', '0']],
  ['（含__2 件）', ['（含', '2', '件）']],
])('%s', (text, words) => expect(joined(text)).toEqual(words));

test('brackets that nothing closes', () => {
  const words = 30_000;
  expect(joined('( '.repeat(words))).toHaveLength(words);
});
