import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Scope } from '../catalog/forms.js';
import type { Indicator } from '../catalog/indicators.js';
import { checkFirst } from '../arguments/checkArguments.js';
import type { AnswerContext } from '../context.js';
import { readCursor, writeCursor } from '../arguments/cursor.js';
import { BadUserInputError } from '../arguments/queryErrors.js';
import { checkSelection } from './checkSelection.js';
import { whenKnown } from './TotalsSource.js';

export interface RankingArguments {
  readonly indicator: Indicator;
  readonly year: number;
  readonly of: 'DIVISION' | 'AGENCY';
  readonly level: DivisionLevel;
  readonly within?: string | null;
  readonly agencyKinds?: readonly AgencyKind[] | null;
  readonly scope: Scope;
  readonly minimumDenominator: number;
  readonly order: 'ASC' | 'DESC';
  readonly first: number;
  readonly after?: string | null;
}

/** What is listed and in which order, for cursors. */
const listOf = ({ indicator, of, level, order }: RankingArguments): string =>
  ['ranking', indicator, of === 'AGENCY' ? of : level, order].join(' ');

type Key = readonly [value: number, entity: number];

const isKey = (key: readonly unknown[]): key is Key =>
  key.length === 2 && typeof key[0] === 'number' && Number.isSafeInteger(key[1]);

/** Answers `ranking`: a page of divisions or agencies by an indicator. */
export function rankIndicator(asked: RankingArguments, context: AnswerContext) {
  const { indicator, year, of, level, within, agencyKinds = null, scope, minimumDenominator, order, first } = asked;
  if (minimumDenominator < 0)
    throw new BadUserInputError(`minimumDenominator must be 0 or more, found ${minimumDenominator}`);
  const filter = { years: { from: year, to: year }, within: within == null ? null : [within], agencyKinds, scope };
  const list = listOf(asked);
  const rows = context.totals.ranking({
    selection: {
      ...checkSelection(filter, ['YEAR'], context, (name) => name),
      roots: { of: 'ALL' },
      groupBy: ['YEAR', of === 'AGENCY' ? of : level],
      everyAgency: of === 'AGENCY',
    },
    indicator,
    minimumDenominator,
    order,
    first: checkFirst(first) ?? first,
    after: asked.after == null ? null : readCursor(list, asked.after, isKey),
  });
  return whenKnown(rows, (page) =>
    page.map(({ entity, ...row }) => ({ ...row, cursor: writeCursor(list, [row.value, entity]) })),
  );
}
