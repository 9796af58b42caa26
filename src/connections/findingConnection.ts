import { FINDING_CODES, type Severity, type Verdict } from '../catalog/findings.js';
import type { Context } from '../context.js';
import { BadUserInputError } from '../arguments/queryErrors.js';
import { countFindings, findingPage, type FindingRow, type FindingsWanted } from '../queries/findings.js';
import { checkCodes, checkList, checkYears } from '../arguments/checkArguments.js';
import { cursorNumbers } from '../arguments/cursorNumbers.js';
import { type Connection, limitOf, type PageAsked, toConnection } from './toConnection.js';

/** What cursors call it. */
const LIST = 'findings';

interface FindingsAsked extends PageAsked {
  readonly filter?: {
    readonly codes?: readonly string[] | null;
    readonly severities?: readonly Severity[] | null;
    readonly verdicts?: readonly Verdict[] | null;
    readonly dismissed?: boolean | null;
    readonly years?: { readonly from?: number | null; readonly to?: number | null } | null;
    readonly within?: readonly string[] | null;
  } | null;
}

function findingCodes(codes: readonly string[] | null | undefined): readonly string[] | null {
  checkList('filter.codes', codes);
  const unknown = codes?.filter((code) => !(FINDING_CODES as readonly string[]).includes(code)) ?? [];
  if (unknown.length > 0)
    throw new BadUserInputError(`filter.codes: no finding has the code ${unknown.join(', ')}`, 'See docs/findings.md.');
  return codes ?? null;
}

/** A page of the findings of active reports. */
export async function findingConnection(
  { db, divisions }: Context,
  asked: FindingsAsked,
): Promise<Connection<FindingRow>> {
  const { filter } = asked;
  checkList('filter.severities', filter?.severities);
  checkList('filter.verdicts', filter?.verdicts);
  const wanted: FindingsWanted = {
    ...checkYears(filter?.years),
    codes: findingCodes(filter?.codes),
    severities: filter?.severities ?? null,
    verdicts: filter?.verdicts ?? null,
    dismissed: filter?.dismissed ?? null,
    within: checkCodes('filter.within', filter?.within, divisions),
  };
  const after = cursorNumbers(LIST, asked.after, 2);
  return toConnection(await findingPage(db, wanted, limitOf(asked), after), asked, {
    list: LIST,
    keyOf: ({ id }) => id.split('-').map(Number),
    count: () => countFindings(db, wanted),
  });
}
