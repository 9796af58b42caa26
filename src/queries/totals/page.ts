import { KEY_BEFORE } from './population.js';
import type { Rootless } from './selection.js';
import { listed, type Order, sortKey } from './sortKey.js';

/** One answer holds no more groups; one statement, over all its roots, no more than that. */
export const MAX_GROUPS = 50_000;
export const MAX_GROUPS_TOGETHER = 100_000;

/** Which groups of a question are wanted: as many as `first` behind the cursor, null for all of them. */
export interface Page {
  readonly order: Order;
  readonly first: number | null;
  /** Values of the sort key. */
  readonly after: readonly unknown[] | null;
}

/**
 * The common table expression `page`: the wanted groups of each root with every code asked, in their position, with the
 * number of groups behind the cursor and how many all roots have together. Where these are more than an answer holds,
 * only the first group comes: no statement ever sends more than it was asked for.
 */
export function pageOf(selection: Rootless, order: Order): string {
  const { key, after } = listed(sortKey(selection, order), '$9::jsonb');
  const total = order === 'NATURAL' ? '' : 'left join total as t on t.key = p.key and t.asked = asked.code';
  return `
  numbered as (
    select
      p.*, asked.code as asked, json_build_array(${key}) as cursor, ${KEY_BEFORE} as key_before,
      row_number() over (partition by p.root order by ${key}) as position,
      count(*) over (partition by p.root) as groups
    from population as p
    cross join asked
    ${total}
    where $9::jsonb is null or (${key}) > (${after})),
  page as (
    select n.*
    from (
      select n.*, count(*) over () as together
      from numbered as n
      where n.position <= coalesce($8::integer, ${MAX_GROUPS})) as n
    where n.position = 1
      or n.together <= ${MAX_GROUPS_TOGETHER} and ($8::integer is not null or n.groups <= ${MAX_GROUPS}))`;
}

/** Parameters $7 to $9: the codes asked, in order of the form, how many groups, and the cursor. */
export const pageParameters = (codes: readonly string[], { first, after }: Page): readonly unknown[] => [
  codes,
  first,
  after && JSON.stringify(after),
];
