import { describe, expect, test } from '@jest/globals';
import { isBalancedRow } from '../../../src/ingest/recognize/alignRows.js';
import { brokenOf } from '../../../src/ingest/recognize/brokenOf.js';
import type { Group } from '../../../src/ingest/recognize/groupsOf.js';
import { NOWHERE, toToken } from '../../../src/ingest/recognize/Token.js';

const group = (figures: string, line: number): Group => ({
  before: [],
  cells: figures.split(' ').map((text) => toToken('figure', text, line, NOWHERE)),
});

/** Lines from top to bottom; those that stand beside a label of their own begin with "label". */
const broken = (...lines: readonly string[]): number[] => {
  const groups = lines.map((text, line) => group(text.replace('label ', ''), line));
  const begin = lines.map((text) => text.startsWith('label'));
  const found = brokenOf(groups, begin, isBalancedRow);
  return groups.flatMap((one, line) => (found.has(one) ? [line] : []));
};

describe('lines of figures that may be one row, broken within figures', () => {
  test.each<[string, readonly string[], number[]]>([
    ['both have labels', ['label 12 0 0 0 0 0 12', 'label 3 0 0 0 0 0 3'], []],
    ['each figure goes on below', ['label 1 2 1 1 2 3 10', '1 1 3 1 1 1 8'], [0, 1]],
    ['some go on below', ['label 12 0 0 0 0 3 12', '3 3'], [0, 1]],
    ['a zero goes on nowhere', ['label 0 0 0 0 0 0 0', '3'], []],
    ['what is longer goes on nothing', ['label 1 0 0 0 0 0 1', '123'], []],
    ['a lone number, a page’s, above a row that adds up', ['7', 'label 12 0 0 0 0 0 12'], []],
    ['the rest follows the number of a page', ['label 12 0 0 0 0 3 12', '7', '3 3'], [0, 1, 2]],
    ['the next label ends the row', ['label 12 0 0 0 0 0 12', 'label 5 0 0 0 0 0 5', '1'], []],
  ])('%s', (_, lines, expected) => expect(broken(...lines)).toEqual(expected));
});
