import { expect, test } from '@jest/globals';
import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import type { Disposition } from '../../../src/catalog/dispositions.js';
import { placeOf } from '../../../src/catalog/places.js';
import { typewriterWidth } from '../../../src/ingest/text/typewriterWidth.js';
import { readTables } from '../readTables.js';

const WIDE = 12;
/** Words at the columns that they begin in. */
const line = (...words: readonly (readonly [at: number, text: string])[]): string =>
  words.reduce((text, [at, word]) => text + (word && ' '.repeat(at - typewriterWidth(text)) + word), '');
const inColumns = (cells: readonly string[]) => cells.map((text, at) => [40 + at * WIDE, text] as const);

const HEADERS = [
  line([40, '自然人'], [70, '法人或其他组织'], [40 + 6 * WIDE, '总计']),
  line(...inColumns(['', '商业', '科研', '社会公', '法律服', '其'])),
  line(...inColumns(['', '企业', '机构', '益组织', '务机构', '他'])),
];
const ROWS: readonly (readonly [Disposition, string, ...string[]])[] = [
  ['RECEIVED', '一、本年新收政府信息公开申请数量', '7', '3', '', '', '2', '', '12'],
  ['GRANTED', '（一）予以公开', '', '3', '', '', '', '', '3'],
  ['NOT_HELD', '1.本机关不掌握相关政府信息', '5', '', '', '', '2', '', '7'],
  ['STILL_UNCLEAR', '3.补正后申请内容仍不明确', '2', '', '', '', '', '', '2'],
  ['DUPLICATE', '2.重复申请', '', '', '', '1', '', '', ''],
];
/** It tells the edition of the form. */
const LAST = line([2, '（六）其他处理'], [40, '0'], [40 + 6 * WIDE, '0']);
const REST = [LAST, '四、政府信息公开行政复议、行政诉讼情况', '结果维持 结果纠正', '0 '.repeat(15)];

/** Which rows are read as printed, in aligned text with no row of seven figures. */
function read(rows = ROWS, headers = HEADERS, render = inColumns): Disposition[] {
  const lines = rows.map(([, label, ...cells]) => line([2, label], ...render(cells)));
  const text = ['三、收到和处理政府信息公开申请情况', ...headers, ...lines, ...REST].join('\n');
  const { figures } = readTables(text, 'text/plain').tables.APPLICATIONS;
  return rows.flatMap(([code, , ...cells]) => {
    const own = APPLICANT_COLUMNS.map((column) =>
      figures.find(({ place }) => place === placeOf('APPLICATIONS', code, column)),
    );
    const isRead = own.every((figure, at) => figure?.state !== 'ABSENT' && (figure?.value ?? '') === cells[at]);
    return isRead ? [code] : [];
  });
}

test('figures stand under the headers of their columns where all of a page do and their rows add up', () => {
  expect(read()).toEqual(['RECEIVED', 'GRANTED', 'NOT_HELD', 'STILL_UNCLEAR']);
});

test.each([
  [
    'a row that does not add up',
    () => read(ROWS.with(3, ['STILL_UNCLEAR', '3.补正后申请内容仍不明确', '2', '', '', '', '', '', '3'])),
  ],
  ['a header that is not there', () => read(ROWS, HEADERS.slice(0, 2))],
  [
    'figures one after the other, blank cells left out',
    () => read(ROWS, HEADERS, (cells) => inColumns(cells.filter(Boolean))),
  ],
  ['too few rows', () => read(ROWS.slice(0, 2))],
])('not with %s', (_, result) => expect(result()).toEqual([]));
