import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { Scope } from '../catalog/forms.js';
import { checkCodes, checkDimensions, checkList, checkYears } from '../arguments/checkArguments.js';
import type { DivisionIndex } from '../divisions/DivisionIndex.js';
import type { Rootless } from '../queries/totals/selection.js';
import { NotAdditiveOverYearsError } from '../arguments/queryErrors.js';

/** What every filter of totals says about reports. */
export interface ReportsFilter {
  readonly years?: { readonly from?: number | null; readonly to?: number | null } | null;
  readonly within?: readonly string[] | null;
  readonly agencyKinds?: readonly AgencyKind[] | null;
  readonly scope: Scope;
}

/** What arguments are checked against. */
export interface Known {
  readonly divisions: DivisionIndex;
  readonly dueYear: number;
}

/**
 * The reports and groups that a question of totals asks for; throws what is wrong with it.
 * @param argument what the question calls a field of the filter
 */
export function checkSelection(
  filter: ReportsFilter | null | undefined,
  groupBy: readonly string[],
  { divisions, dueYear }: Known,
  argument = (name: string): string => `filter.${name}`,
): Rootless {
  checkList(argument('agencyKinds'), filter?.agencyKinds);
  return {
    ...checkYears(filter?.years),
    within: checkCodes(argument('within'), filter?.within, divisions),
    kinds: filter?.agencyKinds ?? null,
    scope: filter?.scope ?? 'OWN',
    groupBy: checkDimensions(groupBy),
    oneGroup: groupBy.length === 0,
    everyAgency: false,
    dueYear,
  };
}

/** Refuses stocks where years are added up: neither grouped by, nor one alone. */
export function refuseStocks(stocks: readonly string[], { groupBy, from, to }: Rootless): void {
  const oneYear = from !== null && from === to;
  if (stocks.length > 0 && !oneYear && !groupBy.includes('YEAR')) throw new NotAdditiveOverYearsError(stocks);
}
