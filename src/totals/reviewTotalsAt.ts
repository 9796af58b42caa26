import { REVIEW_COLUMN_CODES, REVIEW_TRACK_CODES, type ReviewColumn, type ReviewTrack } from '../catalog/reviews.js';
import type { AnswerContext } from '../context.js';
import { askedCodes } from './askedCodes.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, type ReportsFilter } from './checkSelection.js';
import { groupsAt } from './groupsAt.js';
import { GroupView } from './GroupView.js';
import { remembered } from './remembered.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface ReviewTotalsArguments extends PageAsked {
  readonly filter?: (ReportsFilter & { readonly tracks?: readonly ReviewTrack[] | null }) | null;
  readonly groupBy: readonly string[];
}

const ask = remembered((asked: ReviewTotalsArguments, known: Known): TotalsQuestion<ReviewTrack> => {
  const { filter, groupBy } = asked;
  const codes = askedCodes({
    dimension: 'TRACK',
    argument: 'filter.tracks',
    given: filter?.tracks,
    groupBy,
    codes: REVIEW_TRACK_CODES,
    unfiltered: REVIEW_TRACK_CODES,
  });
  const selection = checkSelection(filter, groupBy, known);
  return { selection, codes, page: checkPage('reviews', asked, selection) };
});

class ReviewGroup extends GroupView<ReviewTrack, number> {
  get track(): ReviewTrack | null {
    return this.grouped('TRACK', this.row.code);
  }

  get upheld(): number | null {
    return this.#column('UPHELD');
  }

  get corrected(): number | null {
    return this.#column('CORRECTED');
  }

  get other(): number | null {
    return this.#column('OTHER');
  }

  get pending(): number | null {
    return this.#column('PENDING');
  }

  get total(): number | null {
    return this.#column('TOTAL');
  }

  #column(column: ReviewColumn): number | null {
    return this.row.sum(REVIEW_COLUMN_CODES.indexOf(column));
  }
}

/** Answers `reviewTotals` wherever it stands. */
export const reviewTotalsAt = (root: TotalsRoot, asked: ReviewTotalsArguments, context: AnswerContext) =>
  groupsAt({ kind: 'reviews', question: ask(asked, context), groupBy: asked.groupBy }, root, context, ReviewGroup);
