import type { Indicator } from '../../catalog/indicators.js';
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
