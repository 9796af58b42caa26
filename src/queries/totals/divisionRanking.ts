import type { DataSource } from 'typeorm';
import { INDICATOR_RATES, indicatorParameters } from './indicatorFigures.js';
import { KEY_BEFORE, reportParameters, reports } from './population.js';
import { rankedPage } from './rankedPage.js';
import type { RankedRow, RankingAsked } from './RankedRow.js';
import type { Selection } from './selection.js';

/** Of a level only divisions of that very level; synthetic ones only where they stand for a municipality. */
const peers = ({ groupBy }: Selection): string => `
    join division as g on g.code = p.division_code and g.level = '${groupBy.find((dimension) => dimension !== 'YEAR')}' and (
      not g.synthetic or exists (select from division as m where m.code = g.parent_code and m.name = g.name))`;

/**
 * Equal fractions are equal here: both parts are below 2^53, so that their quotient is the one number nearest to it.
 */
const statement = (selection: Selection, order: RankingAsked['order']): string => `
  with ${reports(selection)},
  counted as (select u.* from used as u),
  ${INDICATOR_RATES},
  fraction as (
    select r.key, r.numerator, r.denominator, r.numerator::float8 / r.denominator as value
    from rate as r
    where r.denominator >= greatest($6::integer, 1)),
  rated as (
    select
      p.division_code as "divisionCode", null as "agencyId", p.division_code::bigint as entity,
      v.value, v.numerator, v.denominator, v.value - before.value as change
    from (
      select distinct u.key, u.root, u.year, u.division_code, u.agency_id, u.agency_kind
      from used as u
      where u.report_year >= $4) as p
    ${peers(selection)}
    join fraction as v on v.key = p.key
    left join fraction as before on before.key = ${KEY_BEFORE}),
  ${rankedPage(order, { value: '$8', entity: '$9', limit: '$7' })}
  select p.* from page as p order by p.value ${order}, p.entity`;

/** A page of a ranking of divisions. */
export const divisionRanking = (
  db: DataSource,
  { selection, indicator, minimumDenominator, order, first, after }: RankingAsked,
): Promise<RankedRow[]> =>
  db.query<RankedRow[]>(statement(selection, order), [
    ...reportParameters(selection),
    ...[minimumDenominator, first, after?.[0] ?? null, after?.[1] ?? null],
    ...indicatorParameters([indicator]),
  ]);
