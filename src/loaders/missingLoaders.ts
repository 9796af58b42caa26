import type { DataSource } from 'typeorm';
import { missingCounts, missingPages } from '../queries/totals/missing.js';
import { partsOfKey } from '../queries/totals/population.js';
import type { Rootless, Roots, Selection } from '../queries/totals/selection.js';
import { rowsByRoot } from './batch.js';
import { rootsOf } from './rootsOf.js';

/** The question whose groups are asked about. */
interface GroupsOf {
  readonly of: Roots['of'];
  readonly selection: Rootless;
}

/** Only the roots and agencies of these groups are looked at. */
function selectionOf({ of, selection }: GroupsOf, keys: readonly string[]): Selection {
  const parts = keys.map(partsOfKey);
  return {
    ...selection,
    roots: rootsOf(of, [...new Set(parts.map(({ root }) => root))]),
    ...(selection.groupBy.includes('AGENCY') && { agencyIds: parts.map(({ agencyId }) => agencyId) }),
  };
}

/** What is missing in groups, by the key of the group: one statement for all groups of a question. */
export const missingLoaders = (db: DataSource) => ({
  missingPages: rowsByRoot(
    (
      keys: readonly string[],
      {
        limit,
        after,
        ...question
      }: GroupsOf & { readonly limit: number; readonly after: readonly [number, number] | null },
    ) => missingPages(db, selectionOf(question, keys), keys, limit, after),
    ({ key }) => key,
  ),
  missingCounts: rowsByRoot(
    (keys: readonly string[], question: GroupsOf) => missingCounts(db, selectionOf(question, keys), keys),
    ({ key }) => key,
  ),
});
