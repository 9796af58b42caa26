import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { APPLICANT_COLUMNS, type Applicant } from '../catalog/applicants.js';
import { REVIEW_COLUMN_CODES, type ReviewColumn } from '../catalog/reviews.js';
import type { Context } from '../context.js';
import { Coverage } from '../schema/Coverage.js';
import { ApplicantEnum, ReviewColumnEnum } from '../schema/enums.js';
import { ApplicationTotal, DisclosureTotal, ReviewTotal } from '../schema/totals.js';
import { ApplicationTotalsArgs, DisclosureTotalsArgs, ReviewTotalsArgs } from '../schema/totalsArgs.js';
import { applicationTotalsAt } from '../totals/applicationTotalsAt.js';
import { disclosureTotalsAt } from '../totals/disclosureTotalsAt.js';
import { GroupView } from '../totals/GroupView.js';
import { reviewTotalsAt } from '../totals/reviewTotalsAt.js';
import { EVERYWHERE } from '../totals/TotalsQuestion.js';
import { groupResolverOf } from './groupResolverOf.js';

@Resolver(() => ApplicationTotal)
export class ApplicationTotalResolver extends groupResolverOf(() => ApplicationTotal) {
  @Query(() => [ApplicationTotal], {
    description:
      'Totals of section three, of one scope; DISPOSITION grouped by, or dispositions filtered to exactly one. CARRIED_IN and CARRIED_OUT are stocks: they need YEAR in groupBy or exactly one year. A group exists where an active report or an expected agency-year falls into it. Errors: BAD_USER_INPUT, NOT_ADDITIVE_OVER_YEARS, TOO_MANY_GROUPS. 申请办理情况汇总',
  })
  applicationTotals(@Args() args: ApplicationTotalsArgs, @Ctx() context: Context) {
    return applicationTotalsAt(EVERYWHERE, args, context);
  }

  @FieldResolver(() => Coverage, {
    description: 'How many reports stand behind a column, without applicant behind 总计. 覆盖情况',
  })
  coverage(
    @Root() group: GroupView<string, unknown>,
    @Arg('applicant', () => ApplicantEnum, {
      nullable: true,
      description: 'The column; 总计 where left out. 申请人类型',
    })
    applicant?: Applicant,
  ) {
    return group.coverageOf(APPLICANT_COLUMNS.indexOf(applicant ?? 'TOTAL'));
  }
}

@Resolver(() => DisclosureTotal)
export class DisclosureTotalResolver extends groupResolverOf(() => DisclosureTotal) {
  @Query(() => [DisclosureTotal], {
    description:
      'Totals of section two, of one scope; item and measure each grouped by or filtered to exactly one, and only pairs that some form prints. IN_FORCE, PUBLIC_TOTAL and PREVIOUS_ITEMS are stocks: they need YEAR in groupBy or exactly one year. Errors: BAD_USER_INPUT, NOT_ADDITIVE_OVER_YEARS, TOO_MANY_GROUPS. 主动公开汇总',
  })
  disclosureTotals(@Args() args: DisclosureTotalsArgs, @Ctx() context: Context) {
    return disclosureTotalsAt(EVERYWHERE, args, context);
  }

  @FieldResolver(() => Coverage, { description: 'How many reports stand behind the value. 覆盖情况' })
  coverage(@Root() group: GroupView<string, unknown>) {
    return group.coverageOf(0);
  }
}

@Resolver(() => ReviewTotal)
export class ReviewTotalResolver extends groupResolverOf(() => ReviewTotal) {
  @Query(() => [ReviewTotal], {
    description:
      'Totals of section four, of one scope; TRACK grouped by, or tracks filtered to exactly one. Errors: BAD_USER_INPUT, TOO_MANY_GROUPS. 复议诉讼汇总',
  })
  reviewTotals(@Args() args: ReviewTotalsArgs, @Ctx() context: Context) {
    return reviewTotalsAt(EVERYWHERE, args, context);
  }

  @FieldResolver(() => Coverage, { description: 'How many reports stand behind a column. 覆盖情况' })
  coverage(
    @Root() group: GroupView<string, unknown>,
    @Arg('column', () => ReviewColumnEnum, { defaultValue: 'TOTAL', description: 'The column. 列' })
    column: ReviewColumn,
  ) {
    return group.coverageOf(REVIEW_COLUMN_CODES.indexOf(column));
  }
}
