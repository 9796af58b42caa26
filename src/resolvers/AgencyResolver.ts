import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { agencyConnection } from '../connections/agencyConnection.js';
import { reportConnection } from '../connections/reportConnection.js';
import type { Context } from '../context.js';
import { findAgency } from '../findById.js';
import { Agency, AgencyConnection } from '../schema/Agency.js';
import { AnnualReportConnection } from '../schema/AnnualReport.js';
import { Division } from '../schema/Division.js';
import { IndicatorValue } from '../schema/indicators.js';
import { AgenciesArgs, ReportsArgs } from '../schema/inputs.js';
import { ApplicationTotal, DisclosureTotal, ReviewTotal } from '../schema/totals.js';
import {
  ApplicationTotalsArgs,
  DisclosureTotalsArgs,
  IndicatorsArgs,
  ReviewTotalsArgs,
} from '../schema/totalsInputs.js';
import { applicationTotalsAt } from '../totals/applicationTotalsAt.js';
import { disclosureTotalsAt } from '../totals/disclosureTotalsAt.js';
import { indicatorsAt } from '../totals/indicatorsAt.js';
import { reviewTotalsAt } from '../totals/reviewTotalsAt.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: 'One agency; null where there is none of that id. 机关' })
  agency(@Arg('id', () => ID, { description: 'Its id. 标识' }) id: string, @Ctx() context: Context) {
    return findAgency(context, id);
  }

  @Query(() => AgencyConnection, { description: 'Agencies, in order of id. 机关列表' })
  agencies(@Args() args: AgenciesArgs, @Ctx() context: Context) {
    return agencyConnection(context, null, args);
  }

  @FieldResolver(() => Division, { nullable: true, description: 'Its division; null while it is not known. 所属区划' })
  division(@Root() { divisionCode }: Agency, @Ctx() { divisions }: Context) {
    return divisions.byCode(divisionCode ?? '');
  }

  @FieldResolver(() => AnnualReportConnection, { description: 'Its reports, latest year first. 年度报告' })
  reports(@Root() { id }: Agency, @Args() args: ReportsArgs, @Ctx() context: Context) {
    return reportConnection(context, { of: 'AGENCY', key: id }, args);
  }

  @FieldResolver(() => [ApplicationTotal], {
    description: 'Totals over its own reports, of one scope. 申请办理情况汇总',
  })
  applicationTotals(@Root() { id }: Agency, @Args() args: ApplicationTotalsArgs, @Ctx() context: Context) {
    return applicationTotalsAt({ of: 'AGENCY', key: id }, args, context);
  }

  @FieldResolver(() => [DisclosureTotal], {
    description: 'Totals of section two over its own reports, of one scope. 主动公开汇总',
  })
  disclosureTotals(@Root() { id }: Agency, @Args() args: DisclosureTotalsArgs, @Ctx() context: Context) {
    return disclosureTotalsAt({ of: 'AGENCY', key: id }, args, context);
  }

  @FieldResolver(() => [ReviewTotal], {
    description: 'Totals of section four over its own reports, of one scope. 复议诉讼汇总',
  })
  reviewTotals(@Root() { id }: Agency, @Args() args: ReviewTotalsArgs, @Ctx() context: Context) {
    return reviewTotalsAt({ of: 'AGENCY', key: id }, args, context);
  }

  @FieldResolver(() => [IndicatorValue], { description: 'Rates over its own reports, of one scope. 指标' })
  indicators(@Root() { id }: Agency, @Args() args: IndicatorsArgs, @Ctx() context: Context) {
    return indicatorsAt({ of: 'AGENCY', key: id }, args, context);
  }
}
