import type { DataSource } from 'typeorm';
import { type Indicator, operandsOf } from '../../catalog/indicators.js';
import { REVIEW_COLUMN_CODES } from '../../catalog/reviews.js';
import { divisionsBelowAny } from '../divisionsBelow.js';
import type { RankedRow, RankingAsked } from './RankedRow.js';
import { rankedPage } from './rankedPage.js';

/** The stored rows of report `r` that are operands, each with its value; rows that are not stored are zeros of a whole table. */
const OUTCOMES = `
      select o.total as value, m.in_numerator, true as is_outcome
      from application_outcome as o
      join operand as m on m.disposition = o.disposition
      where o.agency_id = r.agency_id and o.report_id = r.id`;
const REVIEWS = `
      select (array[${REVIEW_COLUMN_CODES.map((column) => `o.${column.toLowerCase()}`).join(', ')}])[m.column_number], m.in_numerator, false
      from review_litigation as o
      join operand as m on m.track = o.track
      where o.agency_id = r.agency_id and o.report_id = r.id`;

/** Of the report of agency `a` in a year, where every operand is printed and the denominator large enough: $3 the scope, $5 how large. */
const rateOf = (agency: string, year: string): string => `
    select f.numerator, f.denominator, f.numerator::float8 / f.denominator as value
    from annual_report as r
    cross join lateral (
      select
        coalesce(sum(v.value) filter (where v.in_numerator), 0)::bigint as numerator,
        coalesce(sum(v.value) filter (where not v.in_numerator), 0)::bigint as denominator,
        coalesce(bool_and(v.value is not null), true) as has_values,
        count(*) filter (where v.is_outcome) as outcomes, count(*) filter (where not v.is_outcome) as reviews
      from (${OUTCOMES}
      union all${REVIEWS}) as v) as f
    cross join asked
    where r.agency_id = ${agency} and r.active and r.scope = $3 and r.year = ${year}
      and f.has_values and (r.applications_whole or f.outcomes = asked.outcomes) and (r.reviews_whole or f.reviews = asked.reviews)
      and f.denominator >= greatest($5::integer, 1)`;

/** The year before is looked up for the page alone. */
const statement = (order: RankingAsked['order']): string => `
  with operand as (
    select m.*
    from unnest($9::boolean[], $10::disposition[], $11::review_track[], $12::integer[])
      as m (in_numerator, disposition, track, column_number)),
  asked as (select count(m.disposition) as outcomes, count(m.track) as reviews from operand as m),
  rated as (
    select a.id as entity, v.*
    from agency as a
    cross join lateral (${rateOf('a.id', '$4::integer')}) as v
    where ($1::text[] is null or a.division_code = any (${divisionsBelowAny('$1::text[]')}))
      and ($2::agency_kind[] is null or a.kind = any ($2::agency_kind[]))),
  ${rankedPage(order, { value: '$6', entity: '$7', limit: '$8' })}
  select
    null as "divisionCode", p.entity as "agencyId", p.*, p.value - before.value as change
  from page as p
  left join lateral (${rateOf('p.entity', '$4::integer - 1')}) as before on true
  order by p.value ${order}, p.entity`;

/** Operands in columns: whether each is above the line, and the row or the track and column that it is. */
function operandArrays(indicator: Indicator): readonly unknown[] {
  const operands = operandsOf(indicator);
  return [
    operands.map(({ inNumerator }) => inNumerator),
    operands.map(({ operand }) => ('row' in operand ? operand.row : null)),
    operands.map(({ operand }) => ('row' in operand ? null : operand.track)),
    operands.map(({ operand }) => ('row' in operand ? null : REVIEW_COLUMN_CODES.indexOf(operand.column) + 1)),
  ];
}

/** A page of a ranking of agencies, each by its own report of the year. */
export const agencyRanking = (
  db: DataSource,
  { selection, indicator, minimumDenominator, order, first, after }: RankingAsked,
): Promise<RankedRow[]> =>
  db.query<RankedRow[]>(statement(order), [
    ...[selection.within, selection.kinds, selection.scope, selection.from, minimumDenominator],
    ...[after?.[0] ?? null, after?.[1] ?? null, first],
    ...operandArrays(indicator),
  ]);
