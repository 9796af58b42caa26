import type { ReportForm, Scope } from '../catalog/forms.js';
import type { Context } from '../context.js';
import { parseAgencyId } from '../ids.js';
import { BadUserInputError } from '../arguments/queryErrors.js';
import type { ReportRow } from '../queries/reportColumns.js';
import type { ReportsWanted } from '../queries/reportsWanted.js';
import { checkCodes, checkList, checkText, checkYears } from '../arguments/checkArguments.js';
import type { TotalsRoot } from '../totals/TotalsQuestion.js';
import { cursorNumbers } from '../arguments/cursorNumbers.js';
import { type Connection, limitOf, type PageAsked, toConnection } from './toConnection.js';

/** What cursors call it. */
const LIST = 'reports';

interface ReportsAsked extends PageAsked {
  readonly filter?: {
    readonly years?: { readonly from?: number | null; readonly to?: number | null } | null;
    readonly within?: readonly string[] | null;
    readonly agencyIds?: readonly string[] | null;
    readonly agencyName?: string | null;
    readonly forms?: readonly ReportForm[] | null;
    readonly scope?: Scope | null;
    readonly hasFindings?: boolean | null;
    readonly active: boolean;
  } | null;
}

function agencyIds(ids: readonly string[] | null | undefined): readonly number[] | null {
  checkList('filter.agencyIds', ids);
  const bad = ids?.filter((id) => parseAgencyId(id) === null) ?? [];
  if (bad.length > 0) throw new BadUserInputError(`filter.agencyIds: no agency has the id ${bad.join(', ')}`);
  return ids?.map(Number) ?? null;
}

/** Whether no more is asked than which active reports there are in a place, in some years and of some scope. */
const isCountedByPlace = ({ agencyIds, agencyName, forms, hasFindings, active }: ReportsWanted): boolean =>
  active && [agencyIds, agencyName, forms, hasFindings].every((filter) => filter === null);

/** A page of reports, latest year first. */
export async function reportConnection(
  { loaders, divisions, totals }: Context,
  { of, key: root }: TotalsRoot,
  asked: ReportsAsked,
): Promise<Connection<ReportRow>> {
  const { filter } = asked;
  checkList('filter.forms', filter?.forms);
  const wanted: ReportsWanted = {
    ...checkYears(filter?.years),
    within: checkCodes('filter.within', filter?.within, divisions),
    agencyIds: agencyIds(filter?.agencyIds),
    agencyName: checkText('filter.agencyName', filter?.agencyName),
    forms: filter?.forms ?? null,
    scope: filter?.scope ?? null,
    hasFindings: filter?.hasFindings ?? null,
    active: filter?.active ?? true,
  };
  const counted = isCountedByPlace(wanted) ? totals.reports({ of, key: root }, wanted) : null;
  const after = cursorNumbers(LIST, asked.after, 3);
  const rows = await loaders.reportPages.load({ root, question: { of, wanted, limit: limitOf(asked), after } });
  return toConnection(rows, asked, {
    list: LIST,
    keyOf: ({ year, agencyId, reportId }) => [year, agencyId, reportId],
    count: async () => counted ?? (await loaders.reportCounts.load({ root, question: { of, wanted } }))[0]?.count ?? 0,
  });
}
