import { type ApplicantColumn, APPLICANT_COLUMNS, TOTAL_PLACE } from '../catalog/applicants.js';
import {
  type Disposition,
  DISPOSITION_CODES,
  isStockDisposition,
  printedDispositions,
} from '../catalog/dispositions.js';
import type { AnswerContext } from '../context.js';
import type { Order } from '../queries/totals/sortKey.js';
import { askedCodes } from './askedCodes.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, refuseStocks, type ReportsFilter } from './checkSelection.js';
import { groupsAt } from './groupsAt.js';
import { GroupView } from './GroupView.js';
import { remembered } from './remembered.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface ApplicationTotalsArguments extends PageAsked {
  readonly filter?: (ReportsFilter & { readonly dispositions?: readonly Disposition[] | null }) | null;
  readonly groupBy: readonly string[];
  readonly orderBy?: Order | null;
}

/** Rows of the 2019 form, OTHER_HANDLING standing for its three of the 2021 form: what grouping without a filter gives. */
const ALL_ROWS = printedDispositions('FORM_2019');

const ask = remembered((asked: ApplicationTotalsArguments, known: Known): TotalsQuestion<Disposition> => {
  const { filter, groupBy, orderBy } = asked;
  const codes = askedCodes({
    dimension: 'DISPOSITION',
    argument: 'filter.dispositions',
    given: filter?.dispositions,
    groupBy,
    codes: DISPOSITION_CODES,
    unfiltered: ALL_ROWS,
  });
  const selection = checkSelection(filter, groupBy, known);
  refuseStocks(codes.filter(isStockDisposition), selection);
  return { selection, codes, page: checkPage('applications', asked, selection, orderBy ?? 'NATURAL') };
});

class ApplicationGroup extends GroupView<Disposition, number> {
  get disposition(): Disposition | null {
    return this.grouped('DISPOSITION', this.row.code);
  }

  get naturalPerson(): number | null {
    return this.#column('NATURAL_PERSON');
  }

  get business(): number | null {
    return this.#column('BUSINESS');
  }

  get research(): number | null {
    return this.#column('RESEARCH');
  }

  get nonprofit(): number | null {
    return this.#column('NONPROFIT');
  }

  get legalService(): number | null {
    return this.#column('LEGAL_SERVICE');
  }

  get otherOrganization(): number | null {
    return this.#column('OTHER_ORGANIZATION');
  }

  get total(): number | null {
    return this.row.sum(TOTAL_PLACE);
  }

  get sumOfParts(): number | null {
    return this.row.sumOfParts;
  }

  get disagreeing(): number {
    return this.row.disagreeing;
  }

  get previous(): number | null {
    return this.row.before;
  }

  get change(): number | null {
    const { total, previous } = this;
    return total === null || previous === null || previous === 0 ? null : (total - previous) / previous;
  }

  #column(column: ApplicantColumn): number | null {
    return this.row.sum(APPLICANT_COLUMNS.indexOf(column));
  }
}

/** Answers `applicationTotals` wherever it stands. */
export const applicationTotalsAt = (root: TotalsRoot, asked: ApplicationTotalsArguments, context: AnswerContext) =>
  groupsAt(
    { kind: 'applications', question: ask(asked, context), groupBy: asked.groupBy },
    root,
    context,
    ApplicationGroup,
  );
