import { type Indicator, INDICATOR_CODES, isStockIndicator } from '../catalog/indicators.js';
import { checkList } from '../checkArguments.js';
import type { Context } from '../context.js';
import { checkPage, type PageAsked } from './checkPage.js';
import { checkSelection, type Known, refuseStocks, type ReportsFilter } from './checkSelection.js';
import { loadGroups } from './loadGroups.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

export interface IndicatorsArguments extends PageAsked {
  readonly codes?: readonly Indicator[] | null;
  readonly filter?: ReportsFilter | null;
  readonly groupBy: readonly string[];
}

function ask(asked: IndicatorsArguments, known: Known): TotalsQuestion<Indicator> {
  checkList('codes', asked.codes);
  const codes = INDICATOR_CODES.filter((code) => asked.codes?.includes(code) ?? true);
  const selection = checkSelection(asked.filter, asked.groupBy, known);
  refuseStocks(codes.filter(isStockIndicator), selection);
  return { selection, codes, page: checkPage(asked, selection) };
}

/** Answers `indicators` wherever it stands. */
export const indicatorsAt = (root: TotalsRoot, asked: IndicatorsArguments, context: Context) =>
  loadGroups(context.loaders.indicators, root, ask(asked, context), ({ code, sums }) => {
    const [numerator = null, denominator = null] = sums;
    const value = numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
    return { indicator: code, value, numerator, denominator };
  });
