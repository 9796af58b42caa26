import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import { DisclosureItemEnum, DisclosureMeasureEnum, DispositionEnum, ReviewTrackEnum } from './enums.js';
import { Group } from './Group.js';
import { DecimalScalar, SafeIntScalar } from './scalars.js';

const sum = (zh: string) => ({
  nullable: true,
  description: `Applications: the sum of the printed figures of this column; null where no report printed one. ${zh}`,
});
const cases = (zh: string) => ({
  nullable: true,
  description: `Cases: the sum of the printed figures of this column; null where no report printed one. ${zh}`,
});

@ObjectType({ simpleResolvers: true, description: 'One group of application totals. 申请办理情况汇总' })
export class ApplicationTotal extends Group {
  @Field(() => DispositionEnum, {
    nullable: true,
    description: 'The row; null where DISPOSITION is not grouped by. 办理结果',
  })
  disposition!: Disposition | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'Applications: the sum of the printed 总计, never of its parts; null where no report printed one. 总计',
  })
  total!: number | null;

  @Field(() => SafeIntScalar, sum('自然人'))
  naturalPerson!: number | null;

  @Field(() => SafeIntScalar, sum('商业企业'))
  business!: number | null;

  @Field(() => SafeIntScalar, sum('科研机构'))
  research!: number | null;

  @Field(() => SafeIntScalar, sum('社会公益组织'))
  nonprofit!: number | null;

  @Field(() => SafeIntScalar, sum('法律服务机构'))
  legalService!: number | null;

  @Field(() => SafeIntScalar, sum('其他'))
  otherOrganization!: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'Applications: the sum of the six printed columns over the reports that print at least one of them; null where none does. 分项之和',
  })
  sumOfParts!: number | null;

  @Field(() => Int, {
    description: 'Reports that print all seven and whose parts do not add up to their 总计. 分项与总计不符的报告数',
  })
  disagreeing!: number;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description:
      'Applications: the total of the year before; null where that has none, or YEAR is not grouped by. 上年总计',
  })
  previous!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'A fraction (0.25 is 25%): (total − previous) / previous; null where either is null or previous is 0. 同比变化',
  })
  change!: number | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'One group of disclosure totals. Figures that the two forms print differently have codes of their own and never meet in a group. 主动公开汇总',
})
export class DisclosureTotal extends Group {
  @Field(() => DisclosureItemEnum, { nullable: true, description: 'The row; null where ITEM is not grouped by. 事项' })
  item!: DisclosureItem | null;

  @Field(() => DisclosureMeasureEnum, {
    nullable: true,
    description: 'The column; null where MEASURE is not grouped by. 指标',
  })
  measure!: DisclosureMeasure | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Items, or money in 万元: the exact sum of the printed figures; null where no report printed one. 数值',
  })
  value!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'One group of review totals. Since 1 January 2024 refusals go to reconsideration before a suit: series break between 2023 and 2024. 复议诉讼汇总',
})
export class ReviewTotal extends Group {
  @Field(() => ReviewTrackEnum, { nullable: true, description: 'The track; null where TRACK is not grouped by. 类别' })
  track!: ReviewTrack | null;

  @Field(() => SafeIntScalar, cases('结果维持'))
  upheld!: number | null;

  @Field(() => SafeIntScalar, cases('结果纠正'))
  corrected!: number | null;

  @Field(() => SafeIntScalar, cases('其他结果'))
  other!: number | null;

  @Field(() => SafeIntScalar, cases('尚未审结'))
  pending!: number | null;

  @Field(() => SafeIntScalar, cases('总计（印刷值）'))
  total!: number | null;
}
