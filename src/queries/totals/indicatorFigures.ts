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

const byColumn = (columns: readonly PrintedColumn[], each: (column: PrintedColumn) => string): string =>
  `case m.column_index ${columns.map((column, index) => `when ${index} then ${each(column)}`).join(' ')} end`;

/** Every operand of every report: its value, an unstored row of a whole table being zeros, and why it has none. */
const operandValues = ({ table, key, whole, columns }: OperandTable): string => `
    select
      u.key, m.asked, u.own_agency, u.report_id, m.in_numerator,
      case when o.report_id is null and ${whole} then 0 else ${byColumn(columns, ({ value }) => value)} end as value,
      ${byColumn(columns, ({ unreadable }) => unreadable)} as unreadable,
      o.report_id is not null and ${byColumn(columns, ({ blank }) => blank)} as blank
    from counted as u
    join operand as m on m.${key} is not null
    left join ${table} as o on o.agency_id = u.own_agency and o.report_id = u.report_id and o.${key} = m.${key}`;

/**
 * The common table expressions of indicators over `counted`, ending in `rate`: numerator and denominator
 * over the reports that print every operand. $10 to $14 are the operands.
 */
export const INDICATOR_RATES = `
  operand as (
    select m.*
    from unnest($10::text[], $11::boolean[], $12::disposition[], $13::review_track[], $14::integer[])
      as m (asked, in_numerator, disposition, track, column_index)),
  operand_value as (${operandValues(OUTCOMES)}
    union all ${operandValues(TRACKS)}),
  figure as (
    select
      v.key, v.asked, bool_and(v.value is not null) as enters,
      sum(v.value) filter (where v.in_numerator) as numerator,
      sum(v.value) filter (where not v.in_numerator) as denominator,
      coalesce(bool_or(v.unreadable), false) as unreadable, coalesce(bool_or(v.blank), false) as blank
    from operand_value as v
    group by v.key, v.asked, v.own_agency, v.report_id),
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
