import type { Label } from './label.js';

/** The three tracks of section four (行政复议、行政诉讼), in printed order. */
export const REVIEW_TRACKS = {
  RECONSIDERATION: { zh: '行政复议', en: 'Administrative reconsideration' },
  LITIGATION_DIRECT: { zh: '未经复议直接起诉', en: 'Litigation without prior reconsideration' },
  LITIGATION_AFTER_RECONSIDERATION: { zh: '复议后起诉', en: 'Litigation after reconsideration' },
} as const satisfies Record<string, Label>;
export type ReviewTrack = keyof typeof REVIEW_TRACKS;
export const REVIEW_TRACK_CODES = Object.keys(REVIEW_TRACKS) as ReviewTrack[];

/** The five columns of each track. TOTAL is printed and never added to the others. */
export const REVIEW_COLUMNS = {
  UPHELD: { zh: '结果维持', en: 'Upheld' },
  CORRECTED: { zh: '结果纠正', en: 'Corrected' },
  OTHER: { zh: '其他结果', en: 'Other result' },
  PENDING: { zh: '尚未审结', en: 'Pending' },
  TOTAL: { zh: '总计', en: 'Total' },
} as const satisfies Record<string, Label>;
export type ReviewColumn = keyof typeof REVIEW_COLUMNS;
export const REVIEW_COLUMN_CODES = Object.keys(REVIEW_COLUMNS) as ReviewColumn[];
