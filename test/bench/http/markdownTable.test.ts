import { expect, test } from '@jest/globals';
import { markdownTable } from '../../../bench/http/markdownTable.js';

test('a table is one that prettier leaves alone', () => {
  expect(
    markdownTable(
      ['', 'req/s'],
      [
        ['gongkai', '12'],
        ['bare', '12345'],
      ],
    ),
  ).toBe(`|         | req/s |
| ------- | ----: |
| gongkai |    12 |
| bare    | 12345 |`);
});
