import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { DivisionLevel } from '../catalog/divisionLevels.js';
import { agencyConnection } from '../connections/agencyConnection.js';
import { reportConnection } from '../connections/reportConnection.js';
import type { Context } from '../context.js';
import { ancestorsOf, findDivision, findDivisions, parentOf } from '../divisions/askDivisions.js';
import { AgencyConnection } from '../schema/Agency.js';
import { AnnualReportConnection } from '../schema/AnnualReport.js';
import { Division } from '../schema/Division.js';
import { DivisionLevelEnum } from '../schema/enums.js';
import { AgenciesArgs, ReportsArgs } from '../schema/inputs.js';
import { DivisionCodeScalar } from '../schema/scalars.js';
import { totalsResolverOf } from './totalsResolverOf.js';

/** Divisions have the totals of all that is in them. */
const DivisionTotals = totalsResolverOf(
  () => Division,
  'it and all below it: the same answer, and the same errors, as of the root field with within: [this division]; within in the filter narrows that.',
  ({ code }: Division) => ({ of: 'DIVISION', key: code }),
);

@Resolver(() => Division)
export class DivisionResolver extends DivisionTotals {
  @Query(() => Division, {
    nullable: true,
    description:
      'One division, by exactly one of code and name; null where there is none. Errors: BAD_USER_INPUT, AMBIGUOUS_NAME. 行政区划',
  })
  division(
    @Ctx() { divisions }: Context,
    @Arg('code', () => DivisionCodeScalar, {
      nullable: true,
      description: 'Its code; left out where its name is given. 代码',
    })
    code?: string,
    @Arg('name', () => String, {
      nullable: true,
      description: 'Its name or full name; left out where its code is given. 名称或全称',
    })
    name?: string,
  ) {
    return findDivision(divisions, code, name);
  }

  @Query(() => [Division], {
    description: 'Divisions in order of code, those since abolished among them. Errors: BAD_USER_INPUT. 行政区划列表',
  })
  divisions(
    @Ctx() { divisions }: Context,
    @Arg('level', () => DivisionLevelEnum, { nullable: true, description: 'Only this level; all where left out. 级别' })
    level?: DivisionLevel,
    @Arg('within', () => DivisionCodeScalar, {
      nullable: true,
      description: 'Only this division and those below it; all where left out. 区划范围',
    })
    within?: string,
    @Arg('search', () => String, { nullable: true, description: 'Part of the full name; any where left out. 全称包含' })
    search?: string,
  ) {
    return findDivisions(divisions, { level, within, search });
  }

  @FieldResolver(() => Division, { nullable: true, description: 'The division above; null for the nation. 上级区划' })
  parent(@Root() { code }: Division, @Ctx() { divisions }: Context) {
    return parentOf(divisions, code);
  }

  @FieldResolver(() => [Division], { description: 'From the nation down, self not included. 各级上级区划' })
  ancestors(@Root() { code }: Division, @Ctx() { divisions }: Context) {
    return ancestorsOf(divisions, code);
  }

  @FieldResolver(() => [Division], {
    description:
      'Without level the direct ones; with it every descendant of that level. In order of code, abolished ones among them. 下级区划',
  })
  children(
    @Root() { code }: Division,
    @Ctx() { divisions }: Context,
    @Arg('level', () => DivisionLevelEnum, {
      nullable: true,
      description: 'Level of the descendants; the direct ones where left out. 级别',
    })
    level?: DivisionLevel,
  ) {
    return divisions.childrenOf(code, level ?? null);
  }

  @FieldResolver(() => AgencyConnection, {
    description: 'Its agencies, those of the divisions below too, in order of id. Errors: BAD_USER_INPUT. 机关',
  })
  agencies(@Root() { code }: Division, @Args() args: AgenciesArgs, @Ctx() context: Context) {
    return agencyConnection(context, code, args);
  }

  @FieldResolver(() => AnnualReportConnection, {
    description:
      'Reports of its agencies, those of the divisions below too, latest year first. Errors: BAD_USER_INPUT. 年度报告',
  })
  reports(@Root() { code }: Division, @Args() args: ReportsArgs, @Ctx() context: Context) {
    return reportConnection(context, { of: 'DIVISION', key: code }, args);
  }
}
