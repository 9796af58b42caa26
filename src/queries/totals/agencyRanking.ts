import type { DataSource } from 'typeorm';
import { type Indicator, operandsOf } from '../../catalog/indicators.js';
import { groupBy } from '../../groupBy.js';
import { divisionsBelowAny } from '../divisionsBelow.js';
import type { RankedRow, RankingAsked } from './RankedRow.js';
import { rankedPage } from './rankedPage.js';

/** Where operands are stored: what names a row of the table, and whether a row that is not stored is zeros. */
const TABLES = {
  application_outcome: { key: 'disposition', whole: 'r.applications_whole' },
  review_litigation: { key: 'track', whole: 'r.reviews_whole' },
} as const;
type Table = keyof typeof TABLES;

interface StoredOperand {
  readonly table: Table;
  readonly row: string;
  readonly column: string;
  readonly inNumerator: boolean;
}

/** Those below the line first: tables are looked at in that order, and few reports have a denominator large enough. */
const storedOperands = (indicator: Indicator): readonly StoredOperand[] =>
  operandsOf(indicator)
    .map(({ operand, inNumerator }): StoredOperand =>
      'row' in operand
        ? { table: 'application_outcome', row: operand.row, column: 'total', inNumerator }
        : { table: 'review_litigation', row: operand.track, column: operand.column.toLowerCase(), inNumerator },
    )
    .toSorted((one, other) => Number(one.inNumerator) - Number(other.inNumerator));

const rowsOf = (operands: readonly StoredOperand[]): string =>
  [...new Set(operands.map(({ row }) => `'${row}'`))].join(', ');

/** An aggregate of each column over the rows in which it is an operand. */
const aggregates = (
  operands: readonly StoredOperand[],
  key: string,
  aggregate: (column: string) => string,
): readonly string[] =>
  [...groupBy(operands, ({ column }) => column)].map(
    ([column, of]) => `${aggregate(`o.${column}`)} filter (where o.${key} in (${rowsOf(of)}))`,
  );

/** Of report `r` its stored rows of a table, added up: those above the line, those below, and whether all have values. */
function partOf(table: Table, operands: readonly StoredOperand[]): string {
  const { key } = TABLES[table];
  const sum = (above: boolean): string =>
    aggregates(
      operands.filter(({ inNumerator }) => inNumerator === above),
      key,
      (column) => `sum(${column})`,
    )
      .map((figure) => `coalesce(${figure}, 0)`)
      .join(' + ');
  const hasValues = aggregates(operands, key, (column) => `bool_and(${column} is not null)`);
  return `
    cross join lateral (
      select
        ${sum(true) || '0'} as numerator, ${sum(false) || '0'} as denominator,
        ${hasValues.map((figure) => `coalesce(${figure}, true)`).join(' and ')} as has_values, count(*) as rows
      from ${table} as o
      where o.agency_id = r.agency_id and o.report_id = r.id and o.${key} in (${rowsOf(operands)})) as ${table}`;
}

/**
 * Of the report of agency `a` in a year, where every operand is printed and the denominator large enough: $3 the scope,
 * $5 how large. A table without operands is not looked at, nor one that is above the line alone where the other says no.
 */
function rateOf(indicator: Indicator, agency: string, year: string): string {
  const parts = [...groupBy(storedOperands(indicator), ({ table }) => table)];
  const sum = (above: boolean): string =>
    parts
      .filter(([, operands]) => operands.some(({ inNumerator }) => inNumerator === above))
      .map(([table]) => `${table}.${above ? 'numerator' : 'denominator'}`)
      .join(' + ');
  const entering = parts.map(
    ([table, operands]) =>
      `${table}.has_values and (${TABLES[table].whole} or ${table}.rows = ${new Set(operands.map(({ row }) => row)).size})`,
  );
  return `
    select ${sum(true)} as numerator, ${sum(false)} as denominator, (${sum(true)})::float8 / (${sum(false)}) as value
    from annual_report as r${parts.map(([table, operands]) => partOf(table, operands)).join('')}
    where r.agency_id = ${agency} and r.active and r.scope = $3 and r.year = ${year}
      and ${entering.join(' and ')}
      and ${sum(false)} >= greatest($5::integer, 1)`;
}

/** The year before is looked up for the page alone. */
const statement = ({ indicator, order }: RankingAsked): string => `
  with rated as (
    select a.id as entity, v.*
    from agency as a
    cross join lateral (${rateOf(indicator, 'a.id', '$4::integer')}) as v
    where ($1::text[] is null or a.division_code = any (${divisionsBelowAny('$1::text[]')}))
      and ($2::agency_kind[] is null or a.kind = any ($2::agency_kind[]))),
  ${rankedPage(order, { value: '$6', entity: '$7', limit: '$8' })}
  select
    null as "divisionCode", p.entity as "agencyId", p.*, p.value - before.value as change
  from page as p
  left join lateral (${rateOf(indicator, 'p.entity', '$4::integer - 1')}) as before on true
  order by p.value ${order}, p.entity`;

/** A page of a ranking of agencies, each by its own report of the year. */
export const agencyRanking = (db: DataSource, asked: RankingAsked): Promise<RankedRow[]> => {
  const { selection, minimumDenominator, first, after } = asked;
  return db.query<RankedRow[]>(statement(asked), [
    ...[selection.within, selection.kinds, selection.scope, selection.from, minimumDenominator],
    ...[after?.[0] ?? null, after?.[1] ?? null, first],
  ]);
};
