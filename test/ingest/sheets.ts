import { APPLICANTS, APPLICANT_COLUMNS } from '../../src/catalog/applicants.js';
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_MEASURES,
  printedDisclosures,
  type DisclosureItem,
} from '../../src/catalog/disclosures.js';
import { childrenOf, DISPOSITIONS, printedDispositions, type Disposition } from '../../src/catalog/dispositions.js';
import type { Form } from '../../src/catalog/forms.js';
import { placeOf, type Place } from '../../src/catalog/places.js';
import { REVIEW_COLUMNS, REVIEW_COLUMN_CODES, REVIEW_TRACKS, REVIEW_TRACK_CODES } from '../../src/catalog/reviews.js';
import type { PrintedReport } from './printedReport.js';

/** A cell as a form prints it. */
export interface SheetCell {
  readonly text: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly value: boolean;
}
export type Sheet = readonly (readonly SheetCell[])[];

const label = (text: string, columnSpan = 1, rowSpan = 1): SheetCell => ({ text, rowSpan, columnSpan, value: false });
const value = (report: PrintedReport, place: Place, columnSpan = 1): SheetCell => ({
  text: report.cells.get(place) ?? '',
  rowSpan: 1,
  columnSpan,
  value: true,
});

const ARTICLES: readonly (readonly [string, readonly DisclosureItem[]])[] = [
  ['第二十条第（一）项', ['REGULATIONS', 'NORMATIVE_DOCUMENTS']],
  ['第二十条第（五）项', ['LICENSES', 'OTHER_SERVICES']],
  ['第二十条第（六）项', ['PENALTIES', 'COMPULSORY_MEASURES']],
  ['第二十条第（八）项', ['FEES']],
  ['第二十条第（九）项', ['PROCUREMENT']],
];
const UNITS: Record<string, string> = {
  FEE_AMOUNT: '（单位：万元）',
  PROCUREMENT_AMOUNT: '（单位：万元，保留4位小数）',
};

/** Section two. */
export function disclosureSheet(report: PrintedReport): Sheet {
  const form = report.disclosures;
  const printed = printedDisclosures(form);
  return ARTICLES.flatMap(([article, all]): Sheet => {
    const items = all.filter((item) => printed.some((cell) => cell.item === item));
    const [first] = items;
    if (first === undefined) return [];
    const measures = printed.flatMap((cell) => (cell.item === first ? [cell.measure] : []));
    const span = measures.length === 3 ? 1 : measures.length === 1 ? 3 : 0;
    const width = (at: number): number => (span > 0 ? span : at === 0 ? 1 : 2);
    const head = measures.map((measure, at) => {
      const prefix = form === 'FORM_2021' && measure === 'DECISIONS' ? '本年' : '';
      return label(`${prefix}${DISCLOSURE_MEASURES[measure].zh}${UNITS[measure] ?? ''}`, width(at));
    });
    const rows = items.map((item) => [
      label(form === 'FORM_2021' && item === 'NORMATIVE_DOCUMENTS' ? '行政规范性文件' : DISCLOSURE_ITEMS[item].zh),
      ...measures.map((measure, at) => value(report, placeOf('DISCLOSURES', item, measure), width(at))),
    ]);
    return [[label(article, 4)], [label('信息内容'), ...head], ...rows];
  });
}

const NUMBERED: Partial<Record<Disposition, string>> = {
  RECEIVED: '一、',
  CARRIED_IN: '二、',
  GRANTED: '（一）',
  PARTIALLY_GRANTED: '（二）',
  DENIED: '（三）',
  UNAVAILABLE: '（四）',
  NOT_PROCESSED: '（五）',
  OTHER_HANDLING: '（六）',
  TOTAL_HANDLED: '（七）',
  CARRIED_OUT: '四、',
};
const NOTES: Partial<Record<Disposition, string>> = {
  PARTIALLY_GRANTED: '（区分处理的，只计这一情形，不计其他情形）',
};
const parentOf = (row: Disposition): Disposition | null => DISPOSITIONS[row].parent as Disposition | null;

/** The label of a row of section three as the form prints it. */
export function rowLabel(row: Disposition): string {
  const parent = parentOf(row);
  const number = parent === null ? (NUMBERED[row] ?? '') : `${childrenOf(parent).indexOf(row) + 1}.`;
  return `${number}${DISPOSITIONS[row].zh}${NOTES[row] ?? ''}`;
}

/** The cells to the left of a row's figures. */
function labelsOf(row: Disposition, form: Form): SheetCell[] {
  const rows = printedDispositions(form);
  if (['RECEIVED', 'CARRIED_IN', 'CARRIED_OUT'].includes(row)) return [label(rowLabel(row), 3)];
  const cells: SheetCell[] = row === 'GRANTED' ? [label('三、本年度办理结果', 1, rows.length - 3)] : [];
  const parent = parentOf(row);
  if (parent === null) return [...cells, label(rowLabel(row), 2)];
  const siblings = rows.filter((other) => parentOf(other) === parent);
  const group = siblings[0] === row ? [label(rowLabel(parent), 1, siblings.length)] : [];
  return [...cells, ...group, label(rowLabel(row))];
}

/** Section three. */
export function applicationSheet(report: PrintedReport): Sheet {
  const form = report.applications;
  const header: Sheet = [
    [label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), label('申请人情况', 7)],
    [label('自然人', 1, 2), label('法人或其他组织', 5), label('总计', 1, 2)],
    (['BUSINESS', 'RESEARCH', 'NONPROFIT', 'LEGAL_SERVICE', 'OTHER_ORGANIZATION'] as const).map((code) =>
      label(APPLICANTS[code].zh),
    ),
  ];
  const rows = printedDispositions(form).map((row) => [
    ...labelsOf(row, form),
    ...APPLICANT_COLUMNS.map((column) => value(report, placeOf('APPLICATIONS', row, column))),
  ]);
  return [...header, ...rows];
}

/** Section four. */
export function reviewSheet(report: PrintedReport): Sheet {
  const results = (rowSpan: number): SheetCell[] =>
    REVIEW_COLUMN_CODES.map((code) => label(REVIEW_COLUMNS[code].zh, 1, rowSpan));
  const { RECONSIDERATION, LITIGATION_DIRECT, LITIGATION_AFTER_RECONSIDERATION } = REVIEW_TRACKS;
  return [
    [label(RECONSIDERATION.zh, 5), label('行政诉讼', 10)],
    [...results(2), label(LITIGATION_DIRECT.zh, 5), label(LITIGATION_AFTER_RECONSIDERATION.zh, 5)],
    [...results(1), ...results(1)],
    REVIEW_TRACK_CODES.flatMap((track) =>
      REVIEW_COLUMN_CODES.map((column) => value(report, placeOf('REVIEWS', track, column))),
    ),
  ];
}
