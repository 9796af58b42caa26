import type { Rootless } from '../queries/totals/selection.js';
import type { Order } from '../queries/totals/sortKey.js';
import type { TotalKind } from './TotalsSource.js';

/** What the groups of a question are a list of and in which order, for cursors. */
export const listOf = (kind: TotalKind, { groupBy }: Rootless, order: Order): string =>
  [kind, ...groupBy.toSorted(), order].join(' ');
