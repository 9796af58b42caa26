import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { agencyConnection } from '../connections/agencyConnection.js';
import { reportConnection } from '../connections/reportConnection.js';
import type { Context } from '../context.js';
import { findAgency } from '../details/findById.js';
import { Agency, AgencyConnection } from '../schema/Agency.js';
import { AnnualReportConnection } from '../schema/AnnualReport.js';
import { Division } from '../schema/Division.js';
import { AgenciesArgs, ReportsArgs } from '../schema/inputs.js';
import { totalsResolverOf } from './totalsResolverOf.js';

/** Agencies have the totals of their own reports. */
const AgencyTotals = totalsResolverOf(
  () => Agency,
  'its own reports of the scope asked, with the errors of the root field.',
  ({ id }: Agency) => ({ of: 'AGENCY', key: id }),
);

@Resolver(() => Agency)
export class AgencyResolver extends AgencyTotals {
  @Query(() => Agency, { nullable: true, description: 'One agency; null where there is none of that id. 机关' })
  agency(@Arg('id', () => ID, { description: 'Its id. 标识' }) id: string, @Ctx() context: Context) {
    return findAgency(context, id);
  }

  @Query(() => AgencyConnection, { description: 'Agencies, in order of id. Errors: BAD_USER_INPUT. 机关列表' })
  agencies(@Args() args: AgenciesArgs, @Ctx() context: Context) {
    return agencyConnection(context, null, args);
  }

  @FieldResolver(() => Division, { nullable: true, description: 'Its division; null while it is not known. 所属区划' })
  division(@Root() { divisionCode }: Agency, @Ctx() { divisions }: Context) {
    return divisions.byCode(divisionCode ?? '');
  }

  @FieldResolver(() => AnnualReportConnection, {
    description: 'Its reports, latest year first. Errors: BAD_USER_INPUT. 年度报告',
  })
  reports(@Root() { id }: Agency, @Args() args: ReportsArgs, @Ctx() context: Context) {
    return reportConnection(context, { of: 'AGENCY', key: id }, args);
  }
}
