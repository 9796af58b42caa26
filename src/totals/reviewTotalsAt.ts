import { REVIEW_TRACK_CODES, type ReviewTrack } from '../catalog/reviews.js';
import type { Context } from '../context.js';
import { askedCodes } from './askedCodes.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, type ReportsFilter } from './checkSelection.js';
import { loadGroups } from './loadGroups.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface ReviewTotalsArguments extends PageAsked {
  readonly filter?: (ReportsFilter & { readonly tracks?: readonly ReviewTrack[] | null }) | null;
  readonly groupBy: readonly string[];
}

function ask(asked: ReviewTotalsArguments, known: Known): TotalsQuestion<ReviewTrack> {
  const { filter, groupBy } = asked;
  const codes = askedCodes({
    ...{ dimension: 'TRACK', argument: 'filter.tracks', given: filter?.tracks, groupBy },
    ...{ codes: REVIEW_TRACK_CODES, unfiltered: REVIEW_TRACK_CODES },
  });
  const selection = checkSelection(filter, groupBy, known);
  return { selection, codes, page: checkPage(asked, selection) };
}

/** Answers `reviewTotals` wherever it stands. */
export function reviewTotalsAt(root: TotalsRoot, asked: ReviewTotalsArguments, context: Context) {
  const grouped = asked.groupBy.includes('TRACK');
  return loadGroups(context.loaders.reviewTotals, root, ask(asked, context), ({ code, sums }) => {
    const [upheld, corrected, other, pending, total] = sums;
    return { track: grouped ? code : null, upheld, corrected, other, pending, total };
  });
}
