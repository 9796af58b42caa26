import { INDICATOR_CODES, operandsOf } from '../catalog/indicators.js';
import { REVIEW_COLUMN_CODES } from '../catalog/reviews.js';
import { indicatorFact } from './facts.js';
import { APPLICATION_COLUMNS, REVIEW_COLUMNS } from './printedSections.js';
import { constants, type FactSql, unpivot } from './sectionFacts.js';

type Column = (typeof REVIEW_COLUMNS)[number];

/** Of section three only the printed 总计 enters. */
const TABLES: readonly {
  readonly table: string;
  /** Its rows as `sectionFacts` fetched them. */
  readonly rows: string;
  readonly key: string;
  readonly whole: string;
  readonly columns: readonly Column[];
}[] = [
  {
    table: 'application_outcome',
    rows: 'application_row',
    key: 'disposition',
    whole: 'u.applications_whole',
    columns: APPLICATION_COLUMNS.slice(-1),
  },
  { table: 'review_litigation', rows: 'review_row', key: 'track', whole: 'u.reviews_whole', columns: REVIEW_COLUMNS },
];

const OPERANDS = constants(
  INDICATOR_CODES.flatMap((code) =>
    operandsOf(code).map(({ operand, inNumerator }) => [
      indicatorFact(code, 'LEFT_OUT_NUMERATOR'),
      inNumerator,
      'row' in operand ? operand.row : null,
      'row' in operand ? null : operand.track,
      'row' in operand ? 0 : REVIEW_COLUMN_CODES.indexOf(operand.column),
    ]),
  ),
  [
    ['fact', 'integer'],
    ['in_numerator', 'boolean'],
    ['disposition', 'disposition'],
    ['track', 'review_track'],
    ['at', 'integer'],
  ],
);

const byColumn = (columns: readonly Column[], each: (column: Column) => string): string =>
  `case m.at ${columns.map((column, at) => `when ${at} then ${each(column)}`).join(' ')} end`;

const pair = (of: string): string =>
  `${of}.cell, ${of}.agency_id, ${of}.report_id, ${of}.applications_whole, ${of}.reviews_whole, m.fact`;

/** Reports that may not enter an indicator: an operand's stored row lacks its figure, or its table is not whole. */
const ODD = TABLES.flatMap(({ rows, key, whole, columns }) => [
  `select ${pair('o')}
    from ${rows} as o
    join operand as m on m.${key} = o.${key}
    where num_nulls(${columns.map(({ value }) => value).join(', ')}) > 0
      and ${byColumn(columns, ({ value }) => value)} is null`,
  `select ${pair('u')}
    from incomplete as u
    join operand as m on m.${key} is not null
    where not ${whole}`,
]).join('\n    union\n    ');

const VALUES = TABLES.map(
  ({ table, key, whole, columns }) => `select
      u.cell, u.fact, u.agency_id, u.report_id, m.in_numerator,
      case when o.report_id is null and ${whole} then 0 else ${byColumn(columns, ({ value }) => value)} end as value,
      ${byColumn(columns, ({ unreadable }) => unreadable)} as unreadable,
      o.report_id is not null and ${byColumn(columns, ({ blank }) => blank)} as blank
    from indicator_odd as u
    join operand as m on m.fact = u.fact and m.${key} is not null
    left join ${table} as o on o.agency_id = u.agency_id and o.report_id = u.report_id and o.${key} = m.${key}`,
).join('\n    union all\n    ');

/** Facts of indicators over `counted`: what the reports print that do not enter, and what these lack. */
export const INDICATOR_FACTS: FactSql = {
  steps: [
    `operand as (${OPERANDS})`,
    `indicator_odd as (${ODD})`,
    `indicator_value as (${VALUES})`,
    `indicator_figure as (
    select
      v.cell, v.fact, bool_and(v.value is not null) as enters,
      sum(v.value) filter (where v.in_numerator) as numerator,
      sum(v.value) filter (where not v.in_numerator) as denominator,
      coalesce(bool_or(v.unreadable), false) as unreadable, coalesce(bool_or(v.blank), false) as blank
    from indicator_value as v
    group by v.cell, v.fact, v.agency_id, v.report_id)`,
    `indicator_exception as (
    select
      f.cell, f.fact, sum(f.numerator) as numerator, sum(f.denominator) as denominator,
      count(*) filter (where f.unreadable) as unreadable,
      count(*) filter (where not f.unreadable and f.blank) as blank,
      count(*) filter (where not f.unreadable and not f.blank) as absent
    from indicator_figure as f
    where not f.enters
    group by f.cell, f.fact)`,
  ],
  facts: [unpivot('indicator_exception', ['numerator', 'denominator', 'unreadable', 'blank', 'absent'])],
};
