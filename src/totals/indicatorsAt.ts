import { type Indicator, INDICATOR_CODES, isStockIndicator } from '../catalog/indicators.js';
import { checkList } from '../arguments/checkArguments.js';
import type { AnswerContext } from '../context.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, refuseStocks, type ReportsFilter } from './checkSelection.js';
import { groupsAt } from './groupsAt.js';
import { GroupView } from './GroupView.js';
import { remembered } from './remembered.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface IndicatorsArguments extends PageAsked {
  readonly codes?: readonly Indicator[] | null;
  readonly filter?: ReportsFilter | null;
  readonly groupBy: readonly string[];
}

const ask = remembered((asked: IndicatorsArguments, known: Known): TotalsQuestion<Indicator> => {
  checkList('codes', asked.codes);
  const codes = INDICATOR_CODES.filter((code) => asked.codes?.includes(code) ?? true);
  const selection = checkSelection(asked.filter, asked.groupBy, known);
  refuseStocks(codes.filter(isStockIndicator), selection);
  return { selection, codes, page: checkPage('indicators', asked, selection) };
});

class IndicatorGroup extends GroupView<Indicator, number> {
  get indicator(): Indicator {
    return this.row.code;
  }

  get value(): number | null {
    const { numerator, denominator } = this;
    return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  }

  get numerator(): number | null {
    return this.row.sum(0);
  }

  get denominator(): number | null {
    return this.row.sum(1);
  }
}

/** Answers `indicators` wherever it stands. */
export const indicatorsAt = (root: TotalsRoot, asked: IndicatorsArguments, context: AnswerContext) =>
  groupsAt(
    { kind: 'indicators', question: ask(asked, context), groupBy: asked.groupBy },
    root,
    context,
    IndicatorGroup,
  );
