import { ArgsType, Field, Int } from 'type-graphql';
import type { Indicator } from '../catalog/indicators.js';
import {
  ApplicationDimensionEnum,
  DisclosureDimensionEnum,
  IndicatorDimensionEnum,
  IndicatorEnum,
  ReviewDimensionEnum,
  TotalOrderEnum,
} from './enums.js';
import { ApplicationFilter, DisclosureFilter, IndicatorFilter, ReviewFilter } from './totalsFilters.js';

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
