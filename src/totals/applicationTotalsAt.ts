import {
  type Disposition,
  DISPOSITION_CODES,
  isStockDisposition,
  printedDispositions,
} from '../catalog/dispositions.js';
import type { Context } from '../context.js';
import type { Order } from '../queries/totals/sortKey.js';
import { askedCodes } from './askedCodes.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, refuseStocks, type ReportsFilter } from './checkSelection.js';
import { loadGroups } from './loadGroups.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface ApplicationTotalsArguments extends PageAsked {
  readonly filter?: (ReportsFilter & { readonly dispositions?: readonly Disposition[] | null }) | null;
  readonly groupBy: readonly string[];
  readonly orderBy?: Order | null;
}

/** Rows of the 2019 form, OTHER_HANDLING standing for its three of the 2021 form: what grouping without a filter gives. */
const ALL_ROWS = printedDispositions('FORM_2019');

function ask(asked: ApplicationTotalsArguments, known: Known): TotalsQuestion<Disposition> {
  const { filter, groupBy, orderBy } = asked;
  const codes = askedCodes({
    ...{ dimension: 'DISPOSITION', argument: 'filter.dispositions', given: filter?.dispositions, groupBy },
    ...{ codes: DISPOSITION_CODES, unfiltered: ALL_ROWS },
  });
  const selection = checkSelection(filter, groupBy, known);
  refuseStocks(codes.filter(isStockDisposition), selection);
  return { selection, codes, page: checkPage(asked, selection, orderBy ?? 'NATURAL') };
}

/** Answers `applicationTotals` wherever it stands. */
export function applicationTotalsAt(root: TotalsRoot, asked: ApplicationTotalsArguments, context: Context) {
  const grouped = asked.groupBy.includes('DISPOSITION');
  return loadGroups(context.loaders.applicationTotals, root, ask(asked, context), (row) => {
    const { code, sums, sumOfParts, disagreeing, before: previous } = row;
    const [naturalPerson, business, research, nonprofit, legalService, otherOrganization, total = null] = sums;
    return {
      ...{ disposition: grouped ? code : null, total, sumOfParts, disagreeing, previous },
      ...{ naturalPerson, business, research, nonprofit, legalService, otherOrganization },
      change: total === null || previous === null || previous === 0 ? null : (total - previous) / previous,
    };
  });
}
