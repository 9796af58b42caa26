import {
  DISCLOSURE_ITEM_CODES,
  DISCLOSURE_MEASURE_CODES,
  DISCLOSURE_MEASURES,
  type DisclosureCode,
  disclosureCode,
  type DisclosureItem,
  type DisclosureMeasure,
  DISCLOSURES,
  disclosureOf,
} from '../catalog/disclosures.js';
import type { AnswerContext } from '../context.js';
import { BadUserInputError } from '../arguments/queryErrors.js';
import { askedCodes } from './askedCodes.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, refuseStocks, type ReportsFilter } from './checkSelection.js';
import { groupsAt } from './groupsAt.js';
import { GroupView } from './GroupView.js';
import { remembered } from './remembered.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface DisclosureTotalsArguments extends PageAsked {
  readonly filter?:
    | (ReportsFilter & {
        readonly items?: readonly DisclosureItem[] | null;
        readonly measures?: readonly DisclosureMeasure[] | null;
      })
    | null;
  readonly groupBy: readonly string[];
}

const ask = remembered((asked: DisclosureTotalsArguments, known: Known): TotalsQuestion<DisclosureCode> => {
  const { filter, groupBy } = asked;
  const items = askedCodes({
    dimension: 'ITEM',
    argument: 'filter.items',
    given: filter?.items,
    groupBy,
    codes: DISCLOSURE_ITEM_CODES,
    unfiltered: DISCLOSURE_ITEM_CODES,
  });
  const measures = askedCodes({
    dimension: 'MEASURE',
    argument: 'filter.measures',
    given: filter?.measures,
    groupBy,
    codes: DISCLOSURE_MEASURE_CODES,
    unfiltered: DISCLOSURE_MEASURE_CODES,
  });
  const cells = DISCLOSURES.filter(({ item, measure }) => items.includes(item) && measures.includes(measure));
  if (cells.length === 0)
    throw new BadUserInputError(
      `no form prints ${measures.join(', ')} of ${items.join(', ')}`,
      'catalog.disclosures lists the figures that some form prints.',
    );
  const selection = checkSelection(filter, groupBy, known);
  const stocks = cells.filter(({ measure }) => DISCLOSURE_MEASURES[measure].stock);
  refuseStocks(stocks.map(disclosureCode), selection);
  return { selection, codes: cells.map(disclosureCode), page: checkPage('disclosures', asked, selection) };
});

class DisclosureGroup extends GroupView<DisclosureCode, string> {
  get item(): DisclosureItem | null {
    return this.grouped('ITEM', disclosureOf(this.row.code).item);
  }

  get measure(): DisclosureMeasure | null {
    return this.grouped('MEASURE', disclosureOf(this.row.code).measure);
  }

  get value(): string | null {
    return this.row.sum(0);
  }
}

/** Answers `disclosureTotals` wherever it stands. */
export const disclosureTotalsAt = (root: TotalsRoot, asked: DisclosureTotalsArguments, context: AnswerContext) =>
  groupsAt(
    { kind: 'disclosures', question: ask(asked, context), groupBy: asked.groupBy },
    root,
    context,
    DisclosureGroup,
  );
