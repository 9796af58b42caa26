import type { DataSource } from 'typeorm';
import type { Indicator } from '../../catalog/indicators.js';
import { INDICATOR_RATES, indicatorParameters } from './indicatorFigures.js';
import { KEY_BEFORE, reportParameters, reports } from './population.js';
import type { Selection } from './selection.js';

export interface RankingAsked {
  /** Of one year, grouped by YEAR and either one level of divisions or AGENCY. */
  readonly selection: Selection;
  readonly indicator: Indicator;
  /** Groups with a smaller one are no peers. */
  readonly minimumDenominator: number;
  readonly order: 'ASC' | 'DESC';
  readonly first: number;
  /** Value and code or id of the one before. */
  readonly after: readonly [value: number, entity: number] | null;
}

export interface RankedRow {
  readonly rank: number;
  readonly percentile: number | null;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly change: number | null;
  readonly divisionCode: string | null;
  readonly agencyId: number | null;
  /** Division code or agency id as a number: what equal values are in order of. */
  readonly entity: number;
}

/** Of a level of divisions only those of that very level; synthetic ones only where they stand for a municipality. */
const peers = ({ groupBy }: Selection): string => {
  const level = groupBy.find((dimension) => dimension !== 'YEAR');
  return level === 'AGENCY'
    ? ''
    : `join division as g on g.code = p.division_code and g.level = '${level}' and (
      not g.synthetic or exists (select from division as m where m.code = g.parent_code and m.name = g.name))`;
};

/**
 * Equal fractions are equal here: both parts are below 2^53, so that their quotient is the one number nearest to it.
 */
const statement = (selection: Selection, order: RankingAsked['order']): string => `
  with ${reports(selection)},
  counted as (select u.* from used as u),
  ${INDICATOR_RATES},
  rated as (
    select r.key, r.numerator, r.denominator, r.numerator::float8 / r.denominator as value
    from rate as r
    where r.denominator >= $6 and r.denominator > 0),
  ranked as (
    select
      p.division_code as "divisionCode", p.agency_id as "agencyId",
      coalesce(p.agency_id, p.division_code::bigint) as entity,
      v.value, v.numerator, v.denominator, v.value - before.value as change,
      rank() over (order by v.value ${order})::integer as rank,
      case when count(*) over () > 1 then percent_rank() over (order by v.value) end as percentile
    from (
      select distinct u.key, u.root, u.year, u.division_code, u.agency_id, u.agency_kind
      from used as u
      where u.report_year >= $4) as p
    ${peers(selection)}
    join rated as v on v.key = p.key
    left join rated as before on before.key = ${KEY_BEFORE})
  select r.*
  from ranked as r
  where $8::float8 is null
    or (${order === 'ASC' ? '' : '-'}r.value, r.entity) > (${order === 'ASC' ? '' : '-'}$8::float8, $9::bigint)
  order by r.value ${order}, r.entity
  limit $7`;

/** A page of a ranking: ranks 1, 2, 2, 4 among all peers; percentile is the share of the others strictly lower. */
export const ranking = (
  db: DataSource,
  { selection, indicator, minimumDenominator, order, first, after }: RankingAsked,
): Promise<RankedRow[]> =>
  db.query<RankedRow[]>(statement(selection, order), [
    ...reportParameters(selection),
    ...[minimumDenominator, first, after?.[0] ?? null, after?.[1] ?? null],
    ...indicatorParameters([indicator]),
  ]);
