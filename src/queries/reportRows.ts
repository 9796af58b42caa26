import type { DataSource } from 'typeorm';
import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import { plannedOnce } from '../database/plannedOnce.js';
import type { ReportId } from '../ids.js';
import { idArrays, KEYS } from './idArrays.js';

/** A stored row of section three: seven columns in printed order. */
export interface OutcomeRow extends ReportId {
  readonly disposition: Disposition;
  readonly values: readonly (number | null)[];
}
/** A stored track of section four: five columns in printed order. */
export interface ReviewRow extends ReportId {
  readonly track: ReviewTrack;
  readonly values: readonly (number | null)[];
}
/** A stored cell of section two. */
export interface DisclosureRow extends ReportId {
  readonly item: DisclosureItem;
  readonly measure: DisclosureMeasure;
  readonly value: string | null;
}

const rowsOf =
  <Row>(columns: string, table: string) =>
  (db: DataSource, ids: readonly ReportId[]): Promise<Row[]> =>
    db.query<Row[]>(
      plannedOnce(
        `select t.agency_id as "agencyId", t.report_id as "reportId", ${columns}
         from ${KEYS}
         join ${table} as t on t.agency_id = key.agency_id and t.report_id = key.report_id`,
      ),
      idArrays(ids),
    );

/** The stored rows of section three; rows of zeros are not stored. */
export const outcomesOf = rowsOf<OutcomeRow>(
  `t.disposition, array[
     t.natural_person, t.business, t.research, t.nonprofit, t.legal_service, t.other_organization, t.total] as values`,
  'application_outcome',
);

/** The stored tracks of section four; tracks of zeros are not stored. */
export const reviewsOf = rowsOf<ReviewRow>(
  't.track, array[t.upheld, t.corrected, t.other, t.pending, t.total] as values',
  'review_litigation',
);

/** The stored cells of section two; zeros are not stored. */
export const disclosuresOf = rowsOf<DisclosureRow>(
  't.item, t.measure, trim_scale(t.value)::text as value',
  'proactive_disclosure',
);

/** The narrative of each report and its packed cells. */
export interface ContentRow extends ReportId {
  readonly narrative: { readonly heading: string; readonly text: string }[];
  readonly cells: Buffer;
}
export const contentsOf = rowsOf<ContentRow>('t.narrative, t.cells', 'report_content');
