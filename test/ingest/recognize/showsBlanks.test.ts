import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { APPLICANT_COLUMNS } from '../../../src/catalog/applicants.js';
import type { Disposition } from '../../../src/catalog/dispositions.js';
import { placeOf } from '../../../src/catalog/places.js';
import { Refusal } from '../../../src/ingest/Refusal.js';
import { typewriterWidth } from '../../../src/ingest/text/typewriterWidth.js';
import { readTables } from '../readTables.js';

/** A printed row of section three; blank cells are ''. */
interface Row {
  readonly code: Disposition;
  readonly label: string;
  readonly cells: readonly string[];
}

const LABELS: readonly (readonly [Disposition, string])[] = [
  ['GRANTED', '（一）予以公开'],
  ['PARTIALLY_GRANTED', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）'],
  ['PARTIALLY_GRANTED', '（二）部分公开'],
  ['STATE_SECRET', '1.属于国家秘密'],
  ['STATE_SECRET', '1、属于国家秘密'],
  ['PROHIBITED_BY_LAW', '2.其他法律行政法规禁止公开'],
  ['THIRD_PARTY_RIGHTS', '4.保护第三方合法权益'],
  ['INTERNAL_AFFAIRS', '5.属于三类内部事务信息'],
  ['DELIBERATIVE_PROCESS', '6.属于四类过程性信息'],
  ['ENFORCEMENT_FILE', '7.属于行政执法案卷'],
  ['NOT_HELD', '1.本机关不掌握相关政府信息'],
  ['REQUIRES_CREATION', '2.没有现成信息需要另行制作'],
  ['STILL_UNCLEAR', '3.补正后申请内容仍不明确'],
  ['DUPLICATE', '2.重复申请'],
  ['OTHER_HANDLING', '（六）其他处理'],
  ['TOTAL_HANDLED', '（七）总计'],
];

const REST = ['四、政府信息公开行政复议、行政诉讼情况', '结果维持 结果纠正', '0 '.repeat(15)];

/** What is read of the rows: the printed text of each cell, '' where it is blank and null where it is not known. */
function read(rows: readonly Row[], render: (row: Row) => string): Map<Disposition, (string | null)[]> {
  const text = ['三、收到和处理政府信息公开申请情况', '自然人 总计', ...rows.map(render), ...REST].join('\n');
  let figures = new Map<string, string | null>();
  try {
    const { tables } = readTables(text, 'text/plain');
    figures = new Map(tables.APPLICATIONS.figures.map(({ place, cell }) => [place, cell?.raw ?? null]));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  const cellsOf = (code: Disposition) =>
    APPLICANT_COLUMNS.map((column) => figures.get(placeOf('APPLICATIONS', code, column)) ?? null);
  return new Map(rows.map(({ code }) => [code, cellsOf(code)]));
}

const misread = (rows: readonly Row[], render: (row: Row) => string): string[] => {
  const found = read(rows, render);
  return rows.flatMap(({ code, cells }) =>
    cells.flatMap((cell, at) => {
      const text = found.get(code)?.[at] ?? null;
      return text === null || text === cell ? [] : [`${code} ${at}: ${cell || 'blank'} read as ${text || 'blank'}`];
    }),
  );
};

/** Words set off equally, but for what rounding their places adds; blank cells leave no trace. */
const evenly =
  (gap: number, labelWidth = 0, off: readonly number[] = [0]) =>
  ({ label, cells }: Row): string => {
    const padded = label + ' '.repeat(Math.max(0, labelWidth - typewriterWidth(label)));
    const words = cells.filter((cell) => cell !== '');
    return words.reduce((text, word, at) => text + ' '.repeat(gap + (off[at % off.length] ?? 0)) + word, padded);
  };

const FULL = Array.from({ length: 7 }, () => '0');
const ZEROS: readonly Row[] = [
  { code: 'STATE_SECRET', label: '1、属于国家秘密', cells: FULL },
  { code: 'OTHER_HANDLING', label: '（六）其他处理', cells: FULL },
];
const of = (code: Disposition, label: string, cells: string): Row => ({ code, label, cells: cells.split(',') });

describe('long figures that make up for a blank cell that is not there', () => {
  test.each<[string, number, number, Row]>([
    ['labels that end a column apart', 6, 0, of('PARTIALLY_GRANTED', '（二）部分公开', '93,,9,6921,655,0,7678')],
    ['labels that all have one width', 6, 36, of('PARTIALLY_GRANTED', '（二）部分公开', '93,,9,6921,655,0,7678')],
  ])('%s: not read', (_, gap, labelWidth, row) => {
    expect(read([row, ...ZEROS], evenly(gap, labelWidth)).get(row.code)).toEqual(APPLICANT_COLUMNS.map(() => null));
  });
});

test('a first figure pushed by a long label stands in no column', () => {
  const long: Row = { code: 'NOT_HELD', label: '1.本机关不掌握相关政府信息', cells: FULL };
  const row = of('DUPLICATE', `2.重复申请（再次提出的申请，:）${' '.repeat(6)}`, ',0,0,0,0,0,0');
  expect(read([...ZEROS, long, row], evenly(6, 30)).get(row.code)).toEqual(APPLICANT_COLUMNS.map(() => null));
});

const digits = fc.integer({ min: 1, max: 6 }).chain((count) => fc.nat(10 ** count - 1));
const parts = fc.array(fc.oneof(fc.constant(null), fc.constant(0), digits), { minLength: 6, maxLength: 6 });
const cells = fc.oneof(
  { weight: 2, arbitrary: fc.constant(FULL) },
  {
    weight: 1,
    arbitrary: parts.map((all) => [
      ...all.map((part) => (part === null ? '' : String(part))),
      String(all.reduce<number>((sum, part) => sum + (part ?? 0), 0)),
    ]),
  },
);

type Labels = typeof LABELS;
/** Of any width, or of nearly one: columns seem to stand only below labels that end in nearly the same place. */
const labels: fc.Arbitrary<Labels> = fc
  .constantFrom<Labels>(
    LABELS,
    ...LABELS.map(([, one]) =>
      LABELS.filter(([, other]) => Math.abs(typewriterWidth(one) - typewriterWidth(other)) <= 3),
    ),
  )
  .chain((some) => fc.uniqueArray(fc.constantFrom(...some), { minLength: 1, maxLength: 8, selector: ([code]) => code }))
  .map((some) => some.toSorted((one, other) => LABELS.indexOf(one) - LABELS.indexOf(other)));
const rows = labels.chain((some) =>
  fc.tuple(...some.map(([code, label]) => cells.map((texts): Row => ({ code, label, cells: texts })))),
);

const nothing = fc.constant(0);
const exactly = fc.constant([0]);

describe('words set off equally, blank cells left out', () => {
  test.each([
    ['from labels of any width', nothing, exactly],
    ['from labels filled up to a width', fc.integer({ min: 10, max: 50 }), exactly],
    ['but for rounding', nothing, fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 12 })],
  ])('%s: no wrong figure', (_, labelWidth, rounding) => {
    const gap = fc.integer({ min: 2, max: 12 });
    fc.assert(
      fc.property(rows, gap, labelWidth, rounding, (all, blanks, width, off) => {
        expect(misread(all, evenly(blanks, width, off))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

test('the same rows in columns are read with their blank cells', () => {
  const inColumns = ({ label, cells: texts }: Row): string =>
    [label + ' '.repeat(60 - typewriterWidth(label)), ...texts.map((text) => text.padEnd(9))].join('').trimEnd();
  const long: Row = { code: 'NOT_HELD', label: '1.本机关不掌握相关政府信息', cells: FULL };
  const all = [...ZEROS, long, of('TOTAL_HANDLED', '（七）总计', '93,,9,6921,655,0,7678')];
  expect(misread(all, inColumns)).toEqual([]);
  expect(read(all, inColumns).get('TOTAL_HANDLED')).toEqual(all[3]?.cells);
});
