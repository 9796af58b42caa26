import { ArgsType, Field, Int } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { DivisionLevel } from '../catalog/divisionLevels.js';
import type { Scope } from '../catalog/forms.js';
import type { Indicator } from '../catalog/indicators.js';
import {
  AgencyKindEnum,
  DivisionLevelEnum,
  IndicatorEnum,
  RankedEntityEnum,
  ReportScopeEnum,
  SortOrderEnum,
} from './enums.js';
import { PageArgs } from './inputs.js';
import { DivisionCodeScalar } from './scalars.js';

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
