import { ArgsType, Field, InputType, Int } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Scope } from '../catalog/forms.js';
import type { Indicator } from '../catalog/indicators.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import {
  AgencyKindEnum,
  ApplicationDimensionEnum,
  DisclosureDimensionEnum,
  DisclosureItemEnum,
  DisclosureMeasureEnum,
  DispositionEnum,
  DivisionLevelEnum,
  IndicatorDimensionEnum,
  IndicatorEnum,
  RankedEntityEnum,
  ReportScopeEnum,
  ReviewDimensionEnum,
  ReviewTrackEnum,
  SortOrderEnum,
  TotalOrderEnum,
} from './enums.js';
import { PageArgs, WITHIN, YearRange } from './inputs.js';
import { DivisionCodeScalar } from './scalars.js';

/** What every filter of totals says about reports. */
@InputType()
abstract class TotalsFilter {
  @Field(() => YearRange, { nullable: true, description: 'Only these years; all where left out. 年度' })
  years?: YearRange | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: WITHIN })
  within?: string[] | null;

  @Field(() => [AgencyKindEnum], {
    nullable: true,
    description: 'Only agencies of these kinds; of all where left out. 机关类别',
  })
  agencyKinds?: AgencyKind[] | null;

  @Field(() => ReportScopeEnum, {
    defaultValue: 'OWN',
    description:
      'One scope, never both. CONSOLIDATED takes of each division and year the report of its own government, or where there is none the sum over its children by the same rule. 范围',
  })
  scope!: Scope;
}

@InputType({ description: 'Which reports and rows application totals are made of. 申请汇总筛选' })
export class ApplicationFilter extends TotalsFilter {
  @Field(() => [DispositionEnum], {
    nullable: true,
    description:
      'Only these rows or parents, exactly one unless grouped by DISPOSITION; then, where left out, the 23 rows of the form of 2019, OTHER_HANDLING standing for its three. 办理结果',
  })
  dispositions?: Disposition[] | null;
}

@InputType({ description: 'Which reports and figures disclosure totals are made of. 主动公开汇总筛选' })
export class DisclosureFilter extends TotalsFilter {
  @Field(() => [DisclosureItemEnum], {
    nullable: true,
    description:
      'Only these rows of section two, exactly one unless grouped by ITEM; then all where left out. 主动公开事项',
  })
  items?: DisclosureItem[] | null;

  @Field(() => [DisclosureMeasureEnum], {
    nullable: true,
    description:
      'Only these columns of section two, exactly one unless grouped by MEASURE; then all where left out. 主动公开指标',
  })
  measures?: DisclosureMeasure[] | null;
}

@InputType({ description: 'Which reports and tracks review totals are made of. 复议诉讼汇总筛选' })
export class ReviewFilter extends TotalsFilter {
  @Field(() => [ReviewTrackEnum], {
    nullable: true,
    description:
      'Only these tracks of section four, exactly one unless grouped by TRACK; then all where left out. 复议诉讼类别',
  })
  tracks?: ReviewTrack[] | null;
}

@InputType({ description: 'Which reports indicators are made of. 指标筛选' })
export class IndicatorFilter extends TotalsFilter {}

@ArgsType()
abstract class GroupsArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'How many groups, from 1 to 200; all where left out, up to 50,000. 数量',
  })
  first?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list, in this order: go on behind it; from the start where left out. 起始游标',
  })
  after?: string | null;
}

const GROUP_BY = {
  defaultValue: [],
  description: 'Dimensions of the groups, at most one of PROVINCE, CITY and COUNTY; empty for one group over all. 分组',
};

@ArgsType()
export class ApplicationTotalsArgs extends GroupsArgs {
  @Field(() => ApplicationFilter, {
    nullable: true,
    description: 'Which reports and rows; all its defaults where left out. 筛选',
  })
  filter?: ApplicationFilter | null;

  @Field(() => [ApplicationDimensionEnum], GROUP_BY)
  groupBy!: (keyof typeof ApplicationDimensionEnum)[];

  @Field(() => TotalOrderEnum, { nullable: true, description: 'Order of the groups; natural where left out. 排序' })
  orderBy?: keyof typeof TotalOrderEnum | null;
}

@ArgsType()
export class DisclosureTotalsArgs extends GroupsArgs {
  @Field(() => DisclosureFilter, {
    nullable: true,
    description: 'Which reports and figures; all its defaults where left out. 筛选',
  })
  filter?: DisclosureFilter | null;

  @Field(() => [DisclosureDimensionEnum], GROUP_BY)
  groupBy!: (keyof typeof DisclosureDimensionEnum)[];
}

@ArgsType()
export class ReviewTotalsArgs extends GroupsArgs {
  @Field(() => ReviewFilter, {
    nullable: true,
    description: 'Which reports and tracks; all its defaults where left out. 筛选',
  })
  filter?: ReviewFilter | null;

  @Field(() => [ReviewDimensionEnum], GROUP_BY)
  groupBy!: (keyof typeof ReviewDimensionEnum)[];
}

@ArgsType()
export class IndicatorsArgs extends GroupsArgs {
  @Field(() => [IndicatorEnum], { nullable: true, description: 'Which indicators; all ten where left out. 指标' })
  codes?: Indicator[] | null;

  @Field(() => IndicatorFilter, { nullable: true, description: 'Which reports; all its defaults where left out. 筛选' })
  filter?: IndicatorFilter | null;

  @Field(() => [IndicatorDimensionEnum], {
    defaultValue: [],
    description:
      'Dimensions of the groups, at most one of PROVINCE, CITY and COUNTY; empty for one group over all for each indicator. 分组',
  })
  groupBy!: (keyof typeof IndicatorDimensionEnum)[];
}

@ArgsType()
export class RankingArgs extends PageArgs {
  @Field(() => IndicatorEnum, { description: 'What is ranked by. 指标' })
  indicator!: Indicator;

  @Field(() => Int, { description: 'The year reported on. 年度' })
  year!: number;

  @Field(() => RankedEntityEnum, { defaultValue: 'DIVISION', description: 'What is ranked. 排名对象' })
  of!: keyof typeof RankedEntityEnum;

  @Field(() => DivisionLevelEnum, {
    defaultValue: 'CITY',
    description: 'Level of the divisions ranked; it says nothing about agencies. 区划级别',
  })
  level!: DivisionLevel;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: 'Only peers in this division and below; everywhere where left out. 区划范围',
  })
  within?: string | null;

  @Field(() => [AgencyKindEnum], {
    nullable: true,
    description: 'Only reports of agencies of these kinds; of all where left out. 机关类别',
  })
  agencyKinds?: AgencyKind[] | null;

  @Field(() => ReportScopeEnum, { defaultValue: 'OWN', description: 'One scope, never both. 范围' })
  scope!: Scope;

  @Field(() => Int, {
    defaultValue: 30,
    description: 'Those with a smaller denominator, in applications or cases, are not ranked. 最小分母',
  })
  minimumDenominator!: number;

  @Field(() => SortOrderEnum, {
    defaultValue: 'DESC',
    description: 'Rank 1 is the largest value (DESC) or the smallest (ASC). 排序方向',
  })
  order!: keyof typeof SortOrderEnum;
}
