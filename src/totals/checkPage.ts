import { checkFirst } from '../arguments/checkArguments.js';
import { readCursor } from '../arguments/cursor.js';
import type { Page } from '../queries/totals/page.js';
import type { Rootless } from '../queries/totals/selection.js';
import { type Order, sortKey } from '../queries/totals/sortKey.js';
import { listOf } from './listOf.js';
import type { TotalKind } from './TotalsSource.js';

export interface PageAsked {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** The page of groups asked; a cursor must come from a question of the same kind, groups and order. */
export function checkPage(
  kind: TotalKind,
  { first, after }: PageAsked,
  selection: Rootless,
  order: Order = 'NATURAL',
): Page {
  return { order, first: checkFirst(first), after: after == null ? null : checkCursor(kind, after, selection, order) };
}

function checkCursor(kind: TotalKind, after: string, selection: Rootless, order: Order): readonly unknown[] {
  const columns = sortKey(selection, order);
  return readCursor(
    listOf(kind, selection, order),
    after,
    (key): key is readonly unknown[] =>
      key.length === columns.length && columns.every(({ accepts }, index) => accepts(key[index])),
  );
}
