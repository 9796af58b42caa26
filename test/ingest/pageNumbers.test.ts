import { expect, test } from '@jest/globals';
import type { PrintedReport } from './printedReport.js';
import { BROKEN, HUAIAN, LINES, PIPED, reading, SPACED, SPARE, type Damage } from './readDamaged.js';

/** A report of which some cells are blank. */
const without = (blank: RegExp): PrintedReport => ({
  ...HUAIAN,
  cells: new Map([...HUAIAN.cells].map(([place, text]) => [place, blank.test(place) ? '' : text])),
});
const NO_REVIEWS = without(/^REVIEWS/);
const NO_LICENSES = without(/LICENSES/);
const LAST_ROW = without(/CARRIED_OUT\/(?!NATURAL)/);
const ONE_BLANK = without(/LITIGATION_AFTER_RECONSIDERATION\/PENDING/);

test.each<[string, string, PrintedReport, number, Damage[]]>([
  ['above the blank cells of section four', SPARE, NO_REVIEWS, 15, [[/\n \|(?:  \|){14}/, '\n8$&']]],
  ['among the blank cells of section four', BROKEN, NO_REVIEWS, 15, [[/\n\|(?= *\n五、)/, '\n2\n|']]],
  ['above a row that begins with a pipe', PIPED, NO_REVIEWS, 0, [[/\n\|(?:  \|){15}/, '\n8$&']]],
  ['below a label without a figure', LINES, NO_LICENSES, 1, [['行政许可 \n', '行政许可 \n3\n']]],
  [
    'among the blank cells of the last row',
    SPACED,
    LAST_ROW,
    7,
    [[/继续办理\n\n103(?:\n\n){3}/, (row) => `${row}12\n`]],
  ],
  [
    'within a wrapped label, and the next row blank',
    LINES,
    without(/OTHER_REASON/),
    14,
    [['不再处理其政府信息公开申请 6 ', '不再处\n3\n理其政府信息公开申请 6 ']],
  ],
  ['in a row of which a figure is blank', SPACED, ONE_BLANK, 15, [[/\n\n\n\n(?=20\n五、)/, '\n\n\n5\n\n\n']]],
])('the number of a page %s', (_, layout, report, cellsNull, damage) =>
  expect(reading(layout, damage, report)).toEqual({ wrong: [], cellsNull }),
);
