import type { RankingAsked } from './RankedRow.js';

/** Parameters of a page: value and entity of the one before it, and how many it holds. */
interface PageParameters {
  readonly value: string;
  readonly entity: string;
  readonly limit: string;
}

/**
 * The common table expressions `ranked` and `page` over `rated` (entity, value, and what else there is): ranks 1, 2, 2, 4
 * among all; percentile is the share of the others strictly lower.
 */
export function rankedPage(order: RankingAsked['order'], { value, entity, limit }: PageParameters): string {
  const sign = order === 'ASC' ? '' : '-';
  return `ranked as (
    select
      v.*, rank() over (order by v.value ${order})::integer as rank,
      case when count(*) over () > 1 then percent_rank() over (order by v.value) end as percentile
    from rated as v),
  page as (
    select r.*
    from ranked as r
    where ${value}::float8 is null or (${sign}r.value, r.entity) > (${sign}${value}::float8, ${entity}::bigint)
    order by r.value ${order}, r.entity
    limit ${limit})`;
}
