import type { DataSource } from 'typeorm';
import type { ReviewTrack } from '../../catalog/reviews.js';
import type { GroupRow, GroupsAsked } from './groupRows.js';
import { groups } from './groups.js';
import { countColumn, printedFigures, type PrintedTable } from './printedFigures.js';

/** Both editions print section four alike, so a report has no form of it: this one stands for either. */
const ANY_FORM = 'FORM_2021';

const TRACKS: PrintedTable = {
  table: 'review_litigation',
  keys: [['track', 'review_track']],
  columns: ['upheld', 'corrected', 'other', 'pending', 'total'].map(countColumn),
  form: `'${ANY_FORM}'::report_form`,
  whole: 'u.reviews_whole',
  sum: (figure) => `${figure}::bigint`,
};

export type ReviewTotalRow = GroupRow<ReviewTrack, number>;

/** Totals of section four by group and track; five columns in printed order, 总计 last. Unit: cases. */
export const reviewTotals = (db: DataSource, asked: GroupsAsked<ReviewTrack>): Promise<ReviewTotalRow[]> =>
  groups(
    db,
    asked,
    printedFigures(
      TRACKS,
      asked.codes.map((track) => ({ asked: track, form: ANY_FORM, row: [track] })),
    ),
  );
