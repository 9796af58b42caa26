import type { Context } from '../context.js';
import type { Missing, MissingYear } from '../queries/totals/missing.js';
import type { GroupView } from '../totals/GroupView.js';
import { cursorNumbers } from '../arguments/cursorNumbers.js';
import { type Connection, limitOf, type PageAsked, toConnection } from './toConnection.js';

/** What cursors call it. */
const LIST = 'missing';

type Group = Pick<GroupView<string, unknown>, 'place' | 'missing'>;

/** As the database says. */
const stored = ({ loaders }: Context, { key: root, ...question }: Group['place']): Missing => ({
  page: (limit, after) => loaders.missingPages.load({ root, question: { ...question, limit, after } }),
  count: async () => (await loaders.missingCounts.load({ root, question }))[0]?.count ?? 0,
});

/** A page of the agency-years that are missing in a group, by year and agency. */
export async function missingConnection(
  context: Context,
  group: Group,
  page: PageAsked,
): Promise<Connection<MissingYear>> {
  const after = cursorNumbers(LIST, page.after, 2);
  const missing = group.missing ?? stored(context, group.place);
  const rows = await missing.page(limitOf(page), after);
  return toConnection(rows, page, {
    list: LIST,
    keyOf: ({ year, agencyId }) => [year, agencyId],
    count: async () => missing.count(),
  });
}
