import type { DataSource } from 'typeorm';
import type { Indicator } from '../../catalog/indicators.js';
import type { Figures, GroupRow, GroupsAsked } from './groupRows.js';
import { groups } from './groups.js';
import { INDICATOR_RATES, indicatorParameters } from './indicatorFigures.js';

const figures = (codes: readonly Indicator[]): Figures => ({
  sql: `${INDICATOR_RATES},
  total as (
    select
      r.key, r.asked, json_build_array(r.numerator, r.denominator) as sums, null::bigint as total,
      r.reported, r.unreadable, r.blank, r.absent, 0 as not_on_form, null::bigint as sum_of_parts, 0 as disagreeing
    from rate as r)`,
  stored: null,
  parameters: indicatorParameters(codes),
});

/** Sums are numerator and denominator; one coverage: a report is reported where every operand is printed. */
export type IndicatorRow = GroupRow<Indicator, number>;

/** Indicators by group and code. Unit: applications, or cases. */
export const indicatorTotals = (db: DataSource, asked: GroupsAsked<Indicator>): Promise<IndicatorRow[]> =>
  groups(db, asked, figures(asked.codes));
