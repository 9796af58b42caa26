import { APPLICANT_COLUMNS } from '../../catalog/applicants.js';
import { type Indicator, operandsOf } from '../../catalog/indicators.js';
import { REVIEW_COLUMN_CODES } from '../../catalog/reviews.js';
import { countColumn, type PrintedColumn } from './printedFigures.js';

interface OperandTable {
  readonly table: string;
  readonly key: string;
  readonly whole: string;
  readonly columns: readonly PrintedColumn[];
}

/** Of section three only the printed 总计 enters. */
const OUTCOMES: OperandTable = {
  table: 'application_outcome',
  key: 'disposition',
  whole: 'u.applications_whole',
  columns: [countColumn('total', APPLICANT_COLUMNS.indexOf('TOTAL'))],
};
const TRACKS: OperandTable = {
  table: 'review_litigation',
  key: 'track',
  whole: 'u.reviews_whole',
  columns: ['upheld', 'corrected', 'other', 'pending', 'total'].map(countColumn),
};

const TABLES = [OUTCOMES, TRACKS];

const byColumn = (columns: readonly PrintedColumn[], each: (column: PrintedColumn) => string): string =>
  `case m.column_index ${columns.map((column, index) => `when ${index} then ${each(column)}`).join(' ')} end`;

/** The stored rows of a table that are operands: their values, and why they have none. */
const operandValues = ({ table, key, columns }: OperandTable): string => `
    select
      u.key, m.asked, u.own_agency, u.report_id, m.in_numerator, '${table}' as of_table,
      ${byColumn(columns, ({ value }) => value)} as value,
      ${byColumn(columns, ({ unreadable }) => unreadable)} as unreadable,
      ${byColumn(columns, ({ blank }) => blank)} as blank
    from counted as u
    join ${table} as o on o.agency_id = u.own_agency and o.report_id = u.report_id
    join operand as m on m.${key} = o.${key}`;

/** Whether all operands in a table are stored, or those that are not are zeros. */
const isComplete = ({ table, whole }: OperandTable): string => `(${whole} or coalesce(p.${table}, 0) = m.${table})`;

/**
 * The common table expressions of indicators over `counted`, ending in `rate`: numerator and denominator
 * over the reports that print every operand. $10 to $14 are the operands.
 */
export const INDICATOR_RATES = `
  operand as (
    select m.*
    from unnest($10::text[], $11::boolean[], $12::disposition[], $13::review_track[], $14::integer[])
      as m (asked, in_numerator, disposition, track, column_index)),
  indicator as (
    select m.asked, ${TABLES.map(({ table, key }) => `count(m.${key}) as ${table}`).join(', ')}
    from operand as m
    group by m.asked),
  printed as (
    select
      v.key, v.asked, v.own_agency, v.report_id, bool_and(v.value is not null) as has_values,
      ${TABLES.map(({ table }) => `count(*) filter (where v.of_table = '${table}') as ${table}`).join(', ')},
      sum(v.value) filter (where v.in_numerator) as numerator,
      sum(v.value) filter (where not v.in_numerator) as denominator,
      coalesce(bool_or(v.unreadable), false) as unreadable, coalesce(bool_or(v.blank), false) as blank
    from (${TABLES.map(operandValues).join(`
    union all`)}) as v
    group by v.key, v.asked, v.own_agency, v.report_id),
  figure as (
    select
      u.key, m.asked,
      coalesce(p.has_values, true) and ${TABLES.map(isComplete).join(' and ')} as enters,
      coalesce(p.numerator, 0) as numerator, coalesce(p.denominator, 0) as denominator,
      coalesce(p.unreadable, false) as unreadable, coalesce(p.blank, false) as blank
    from counted as u
    cross join indicator as m
    left join printed as p
      on p.own_agency = u.own_agency and p.report_id = u.report_id and p.key = u.key and p.asked = m.asked),
  rate as (
    select
      f.key, f.asked,
      (sum(f.numerator) filter (where f.enters))::bigint as numerator,
      (sum(f.denominator) filter (where f.enters))::bigint as denominator,
      array[count(*) filter (where f.enters)]::integer[] as reported,
      array[count(*) filter (where not f.enters and f.unreadable)]::integer[] as unreadable,
      array[count(*) filter (where not f.enters and not f.unreadable and f.blank)]::integer[] as blank,
      array[count(*) filter (where not f.enters and not f.unreadable and not f.blank)]::integer[] as absent
    from figure as f
    group by f.key, f.asked)`;

/** Parameters $10 to $14. */
export function indicatorParameters(codes: readonly Indicator[]): readonly unknown[] {
  const operands = codes.flatMap((asked) => operandsOf(asked).map((entry) => ({ asked, ...entry })));
  return [
    operands.map(({ asked }) => asked),
    operands.map(({ inNumerator }) => inNumerator),
    operands.map(({ operand }) => ('row' in operand ? operand.row : null)),
    operands.map(({ operand }) => ('row' in operand ? null : operand.track)),
    operands.map(({ operand }) => ('row' in operand ? 0 : REVIEW_COLUMN_CODES.indexOf(operand.column))),
  ];
}
