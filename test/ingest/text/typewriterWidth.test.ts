import { expect, test } from '@jest/globals';
import { typewriterWidth } from '../../../src/ingest/text/typewriterWidth.js';

test.each<[string, string, number]>([
  ['nothing', '', 0],
  ['figures', '1,234.5', 7],
  ['Chinese', '规章', 4],
  ['Chinese with figures', '规章 12', 7],
  ['punctuation', '（一）、', 8],
  ['full-width forms', '１２％', 6],
  ['full-width signs', '￥￡', 4],
  ['half-width forms', 'ｱｲ', 2],
  ['vertical forms', '︰﹁', 4],
  ['Korean syllables', '한글', 4],
  ['a compatibility ideograph', '\uf92e', 2],
  ['a Chinese character of two units', '𠮷', 2],
  ['Western punctuation', '–“”…', 4],
])('%s', (_, text, expected) => expect(typewriterWidth(text)).toBe(expected));
