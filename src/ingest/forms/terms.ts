import { APPLICANTS, APPLICANT_CODES, type ApplicantColumn } from '../../catalog/applicants.js';
import {
  DISCLOSURE_ITEMS,
  DISCLOSURE_ITEM_CODES,
  DISCLOSURE_MEASURES,
  DISCLOSURE_MEASURE_CODES,
  type DisclosureItem,
  type DisclosureMeasure,
} from '../../catalog/disclosures.js';
import { childrenOf, DISPOSITIONS, DISPOSITION_CODES, type Disposition } from '../../catalog/dispositions.js';
import {
  REVIEW_COLUMNS,
  REVIEW_COLUMN_CODES,
  REVIEW_TRACKS,
  REVIEW_TRACK_CODES,
  type ReviewColumn,
  type ReviewTrack,
} from '../../catalog/reviews.js';
import { labelText } from '../text/labelText.js';

/** What a printed label can mean. */
export type Term =
  | { readonly kind: 'disposition'; readonly code: Disposition; readonly mark: string }
  | { readonly kind: 'item'; readonly code: DisclosureItem }
  | { readonly kind: 'measure'; readonly code: DisclosureMeasure | null }
  | { readonly kind: 'applicant'; readonly code: ApplicantColumn }
  | { readonly kind: 'track'; readonly code: ReviewTrack }
  | { readonly kind: 'result'; readonly code: ReviewColumn }
  | {
      readonly kind: 'header';
      readonly code: 'CONTENT' | 'APPLICANT' | 'ORGANIZATIONS' | 'RESULTS' | 'LITIGATION' | 'NOTE';
    };

/** The numbers of the rows of section three that are no child of another. */
const MARKS: Partial<Record<Disposition, string>> = {
  RECEIVED: '一',
  CARRIED_IN: '二',
  GRANTED: '(一)',
  PARTIALLY_GRANTED: '(二)',
  DENIED: '(三)',
  UNAVAILABLE: '(四)',
  NOT_PROCESSED: '(五)',
  OTHER_HANDLING: '(六)',
  TOTAL_HANDLED: '(七)',
  CARRIED_OUT: '四',
};
const markOf = (code: Disposition): string => {
  const parent = DISPOSITION_CODES.find((other) => other === DISPOSITIONS[code].parent);
  return MARKS[code] ?? (parent === undefined ? '' : String(childrenOf(parent).indexOf(code) + 1));
};

/** Other words in which reports print a row; each was met in a real one. */
const DISPOSITION_VARIANTS: Partial<Record<Disposition, readonly string[]>> = {
  RECEIVED: ['本年新收政府信息公开申请'],
  CARRIED_IN: ['上年结转政府信息公开申请', '上年度结转政府信息公开申请数量'],
  OVERDUE_CORRECTION: ['逾期不补正', '申请人无正当理由逾期不补正', '申请人逾期不补正'],
  OVERDUE_FEE: ['逾期不缴费', '逾期未缴费', '逾期未按收费通知要求缴纳费用', '申请人逾期未按收费通知要求缴纳费用'],
  TOTAL_HANDLED: ['合计'],
  CARRIED_OUT: ['结转下年度继续办理数量'],
};
const ITEM_VARIANTS: Partial<Record<DisclosureItem, readonly string[]>> = {
  NORMATIVE_DOCUMENTS: ['行政规范性文件', '规范性档案', '行政规范性档案'],
};
const MEASURE_VARIANTS: Partial<Record<DisclosureMeasure, readonly string[]>> = {
  DECISIONS: ['本年处理决定数量'],
  PREVIOUS_ITEMS: ['上年项目数量'],
  CHANGE: ['本年增'],
};

const texts = (zh: string, variants: readonly string[] = []): string[] => [zh, ...variants];
type Entry = readonly [text: string, term: Term];
const entries = (all: readonly string[], term: Term): Entry[] => all.map((text) => [labelText(text).key, term]);

const header = (code: Extract<Term, { kind: 'header' }>['code'], ...all: string[]): Entry[] =>
  entries(all, { kind: 'header', code });

/** Every label of both editions, comparable text first; a text can mean several things (其他, 总计). */
export const TERMS: readonly Entry[] = [
  ...DISPOSITION_CODES.flatMap((code) =>
    entries(texts(DISPOSITIONS[code].zh, DISPOSITION_VARIANTS[code]), {
      kind: 'disposition',
      code,
      mark: markOf(code),
    }),
  ),
  ...entries(['其他'], { kind: 'disposition', code: 'OTHER_HANDLING', mark: '(六)' }),
  ...DISCLOSURE_ITEM_CODES.flatMap((code) =>
    entries(texts(DISCLOSURE_ITEMS[code].zh, ITEM_VARIANTS[code]), { kind: 'item', code }),
  ),
  ...DISCLOSURE_MEASURE_CODES.flatMap((code) =>
    entries(texts(DISCLOSURE_MEASURES[code].zh, MEASURE_VARIANTS[code]), { kind: 'measure', code }),
  ),
  // A site prints this in place of 本年增/减 and fills in an absolute number: known, and no measure of ours.
  ...entries(['本年数量'], { kind: 'measure', code: null }),
  ...APPLICANT_CODES.flatMap((code) => entries([APPLICANTS[code].zh], { kind: 'applicant', code })),
  ...entries(['总计', '合计'], { kind: 'applicant', code: 'TOTAL' }),
  ...REVIEW_TRACK_CODES.flatMap((code) => entries([REVIEW_TRACKS[code].zh], { kind: 'track', code })),
  ...REVIEW_COLUMN_CODES.flatMap((code) => entries([REVIEW_COLUMNS[code].zh], { kind: 'result', code })),
  ...header('CONTENT', '信息内容'),
  ...header('APPLICANT', '申请人情况'),
  ...header('ORGANIZATIONS', '法人或其他组织'),
  ...header('RESULTS', '本年度办理结果'),
  ...header('LITIGATION', '行政诉讼'),
  ...header(
    'NOTE',
    '本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和',
    '本列数据的勾稽关系为第一项加第二项之和',
    '等于第三项加第四项之和',
  ),
];
