import type { Applicant } from '../catalog/applicants.js';
import type { Disposition } from '../catalog/dispositions.js';
import { type Place, placeOf } from '../catalog/places.js';
import type { ReviewColumn, ReviewTrack } from '../catalog/reviews.js';
import { checkList } from '../arguments/checkArguments.js';
import type { Context } from '../context.js';
import { type ReportId, reportIdOf } from '../ids.js';
import type { PrintedCell } from '../database/packedCells.js';
import type { ReportRow } from '../queries/reportColumns.js';
import { disclosures } from './disclosures.js';
import { outcomes } from './outcomes.js';
import { reviews } from './reviews.js';

type ReportFacts = Pick<
  ReportRow,
  | 'id'
  | 'agencyId'
  | 'reportId'
  | 'disclosureForm'
  | 'applicationForm'
  | 'disclosuresWhole'
  | 'applicationsWhole'
  | 'reviewsWhole'
>;

/** The rows of section three of a report, as the API gives them. */
export async function loadOutcomes(
  { loaders }: Context,
  { id, agencyId, reportId, applicationForm, applicationsWhole }: ReportFacts,
  asked: readonly Disposition[] | null | undefined,
) {
  checkList('dispositions', asked);
  const rows = outcomes(applicationForm, applicationsWhole, await loaders.outcomes.load(id), asked ?? null);
  // Written out: copied by spreading, a page of them would cost more than all else.
  return rows.map(({ disposition, computed, values }) => {
    const [naturalPerson, business, research, nonprofit, legalService, otherOrganization, total] = values;
    return {
      agencyId,
      reportId,
      disposition,
      computed,
      naturalPerson,
      business,
      research,
      nonprofit,
      legalService,
      otherOrganization,
      total,
    };
  });
}

/** The tracks of section four of a report, as the API gives them. */
export async function loadReviews({ loaders }: Context, { id, agencyId, reportId, reviewsWhole }: ReportFacts) {
  return reviews(reviewsWhole, await loaders.reviews.load(id)).map(({ track, values }) => {
    const [upheld, corrected, other, pending, total] = values;
    return { agencyId, reportId, track, upheld, corrected, other, pending, total };
  });
}

/** The values of section two of a report, as the API gives them. */
export async function loadDisclosures(
  { loaders }: Context,
  { id, agencyId, reportId, disclosureForm, disclosuresWhole }: ReportFacts,
) {
  const stored = await loaders.disclosures.load(id);
  return disclosures(disclosureForm, disclosuresWhole, stored).map((row) => ({ agencyId, reportId, ...row }));
}

const loadCell = async ({ loaders }: Context, id: ReportId, place: Place): Promise<PrintedCell | null> =>
  (await loaders.cells.load(reportIdOf(id)))?.cells.get(place) ?? null;

/** The printed cell of a count; null for a computed row, or where the cell was not located. */
export const loadOutcomeCell = async (
  context: Context,
  row: ReportId & { readonly disposition: Disposition; readonly computed: boolean },
  applicant: Applicant | undefined,
): Promise<PrintedCell | null> =>
  row.computed ? null : loadCell(context, row, placeOf('APPLICATIONS', row.disposition, applicant ?? 'TOTAL'));

export const loadReviewCell = (
  context: Context,
  row: ReportId & { readonly track: ReviewTrack },
  column: ReviewColumn,
): Promise<PrintedCell | null> => loadCell(context, row, placeOf('REVIEWS', row.track, column));

export const loadDisclosureCell = (
  context: Context,
  row: ReportId & { readonly item: string; readonly measure: string },
): Promise<PrintedCell | null> => loadCell(context, row, placeOf('DISCLOSURES', row.item, row.measure));
