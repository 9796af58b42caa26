import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { Context } from '../context.js';
import type { AgenciesWanted, AgencyRow } from '../queries/agencies.js';
import { checkCodes, checkList, checkText } from '../arguments/checkArguments.js';
import { cursorNumbers } from '../arguments/cursorNumbers.js';
import { type Connection, limitOf, type PageAsked, toConnection } from './toConnection.js';

/** What cursors call it. */
const LIST = 'agencies';

interface AgenciesAsked extends PageAsked {
  readonly filter?: {
    readonly search?: string | null;
    readonly kinds?: readonly AgencyKind[] | null;
    readonly within?: readonly string[] | null;
  } | null;
}

/** A page of agencies, in a division (`root`) or anywhere (null). */
export async function agencyConnection(
  { loaders, divisions }: Context,
  root: string | null,
  asked: AgenciesAsked,
): Promise<Connection<AgencyRow>> {
  const { filter } = asked;
  checkList('filter.kinds', filter?.kinds);
  const wanted: AgenciesWanted = {
    search: checkText('filter.search', filter?.search),
    kinds: filter?.kinds ?? null,
    within: checkCodes('filter.within', filter?.within, divisions),
  };
  const after = cursorNumbers(LIST, asked.after, 1)?.[0] ?? null;
  const rows = await loaders.agencyPages.load({ root, question: { wanted, limit: limitOf(asked), after } });
  return toConnection(rows, asked, {
    list: LIST,
    keyOf: ({ id }) => [Number(id)],
    count: async () => (await loaders.agencyCounts.load({ root, question: wanted }))[0]?.count ?? 0,
  });
}
