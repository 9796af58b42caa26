import type { Context } from '../context.js';
import type { MissingRow } from '../queries/totals/missing.js';
import type { GroupPlace } from '../totals/GroupView.js';
import { cursorNumbers } from './cursorNumbers.js';
import { type Connection, limitOf, type PageAsked, toConnection } from './toConnection.js';

/** A page of the agency-years that are missing in a group, by year and agency. */
export async function missingConnection(
  { loaders }: Context,
  { key: root, ...question }: GroupPlace,
  asked: PageAsked,
): Promise<Connection<MissingRow>> {
  const after = cursorNumbers(asked.after, 2) as [number, number] | null;
  const rows = await loaders.missingPages.load({ root, question: { ...question, limit: limitOf(asked), after } });
  return toConnection(
    rows,
    asked,
    ({ year, agencyId }) => [year, agencyId],
    async () => (await loaders.missingCounts.load({ root, question }))[0]?.count ?? 0,
  );
}
