import { APPLICANT_COLUMNS, type Applicant, TOTAL_PLACE } from '../../catalog/applicants.js';
import { catalog } from '../../catalog/catalog.js';
import type { DivisionLevel } from '../../catalog/divisionLevels.js';
import { REVIEW_COLUMN_CODES, type ReviewColumn } from '../../catalog/reviews.js';
import type { AnswerContext } from '../../context.js';
import {
  ancestorsOf,
  type DivisionsAsked,
  findDivision,
  findDivisions,
  parentOf,
} from '../../divisions/askDivisions.js';
import type { Division } from '../../divisions/Division.js';
import { applicationTotalsAt, type ApplicationTotalsArguments } from '../../totals/applicationTotalsAt.js';
import { disclosureTotalsAt, type DisclosureTotalsArguments } from '../../totals/disclosureTotalsAt.js';
import type { GroupView } from '../../totals/GroupView.js';
import { indicatorsAt, type IndicatorsArguments } from '../../totals/indicatorsAt.js';
import { NotAtOnce } from '../../totals/NotAtOnce.js';
import { type RankingArguments, rankIndicator } from '../../totals/rankIndicator.js';
import { reviewTotalsAt, type ReviewTotalsArguments } from '../../totals/reviewTotalsAt.js';
import { EVERYWHERE, type TotalsRoot } from '../../totals/TotalsQuestion.js';

type Group = GroupView<string, unknown>;
type Ranked = Pick<Group, 'divisionCode' | 'agencyId'>;
/** A field that needs nothing but what is in memory. */
export type AtOnce = (source: never, args: never, context: AnswerContext) => unknown;

/** The totals of a division, or of wherever else they are asked. */
const totals = (rootOf: (source: Division) => TotalsRoot): Record<string, AtOnce> => ({
  applicationTotals: (source: Division, args: ApplicationTotalsArguments, context) =>
    applicationTotalsAt(rootOf(source), args, context),
  disclosureTotals: (source: Division, args: DisclosureTotalsArguments, context) =>
    disclosureTotalsAt(rootOf(source), args, context),
  reviewTotals: (source: Division, args: ReviewTotalsArguments, context) =>
    reviewTotalsAt(rootOf(source), args, context),
  indicators: (source: Division, args: IndicatorsArguments, context) => indicatorsAt(rootOf(source), args, context),
});

const divisionOf: AtOnce = ({ divisionCode }: Ranked, _, { divisions }) => divisions.byCode(divisionCode ?? '');
const agencyOf: AtOnce = ({ agencyId }: Ranked) => {
  if (agencyId !== null) throw new NotAtOnce();
  return null;
};
const group = (coverage: AtOnce): Record<string, AtOnce> => ({ division: divisionOf, agency: agencyOf, coverage });

/**
 * The types that can be answered from memory, and those of their fields that are worked out: what the resolvers of the
 * same names do. Their other fields without arguments are properties of what stands for them.
 */
export const AT_ONCE: Readonly<Record<string, Readonly<Record<string, AtOnce>>>> = {
  Query: {
    division: (_, { code, name }: { code?: string; name?: string }, { divisions }) =>
      findDivision(divisions, code, name),
    divisions: (_, asked: DivisionsAsked, { divisions }) => findDivisions(divisions, asked),
    catalog: () => catalog,
    ranking: (_, args: RankingArguments, context) => rankIndicator(args, context),
    ...totals(() => EVERYWHERE),
  },
  Division: {
    parent: ({ code }: Division, _, { divisions }) => parentOf(divisions, code),
    ancestors: ({ code }: Division, _, { divisions }) => ancestorsOf(divisions, code),
    children: ({ code }: Division, { level }: { level?: DivisionLevel | null }, { divisions }) =>
      divisions.childrenOf(code, level ?? null),
    ...totals(({ code }) => ({ of: 'DIVISION', key: code })),
  },
  ApplicationTotal: group((view: Group, { applicant }: { applicant?: Applicant | null }) =>
    view.coverageOf(applicant ? APPLICANT_COLUMNS.indexOf(applicant) : TOTAL_PLACE),
  ),
  DisclosureTotal: group((view: Group) => view.coverageOf(0)),
  ReviewTotal: group((view: Group, { column }: { column: ReviewColumn }) =>
    view.coverageOf(REVIEW_COLUMN_CODES.indexOf(column)),
  ),
  IndicatorValue: group((view: Group) => view.coverageOf(0)),
  RankedIndicator: { division: divisionOf, agency: agencyOf },
  Coverage: {},
  Catalog: {},
  CatalogEntry: {},
  BilingualText: {},
};
