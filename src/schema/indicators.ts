import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Indicator } from '../catalog/indicators.js';
import { IndicatorEnum } from './enums.js';
import { Group } from './Group.js';
import { SafeIntScalar } from './scalars.js';

const VALUE = 'not clipped at 1. 比值';

@ObjectType({
  simpleResolvers: true,
  description:
    'An indicator over one group: the sum of its numerator over the sum of its denominator, both from the same reports, those that print every operand; a parent that no form prints (不予公开…) is printed where all of its children are. 指标值',
})
export class IndicatorValue extends Group {
  @Field(() => IndicatorEnum, { description: 'The indicator. 指标' })
  indicator!: Indicator;

  @Field(() => Float, {
    nullable: true,
    description: `A fraction (0.25 is 25%); null where the denominator is 0 or no report prints every operand; ${VALUE}`,
  })
  value!: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Applications or cases; null where no report prints every operand. 分子',
  })
  numerator!: number | null;

  @Field(() => SafeIntScalar, {
    nullable: true,
    description: 'Applications or cases; null where no report prints every operand. 分母',
  })
  denominator!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A division or an agency in a ranking. 排名' })
export class RankedIndicator {
  @Field(() => Int, { description: 'Equal values share a rank: 1, 2, 2, 4. 名次' })
  rank!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the other ranked peers whose value is strictly lower, from 0 to 1, whatever the order; null for one peer. 百分位',
  })
  percentile!: number | null;

  @Field(() => Float, { description: `A fraction (0.25 is 25%), ${VALUE}` })
  value!: number;

  @Field(() => SafeIntScalar, { description: 'Applications or cases. 分子' })
  numerator!: number;

  @Field(() => SafeIntScalar, { description: 'Applications or cases, at least minimumDenominator. 分母' })
  denominator!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The value less that of the year before, a difference of fractions; null where there is none, or its denominator is under minimumDenominator. 较上年变化',
  })
  change!: number | null;

  divisionCode!: string | null;
  agencyId!: number | null;

  @Field(() => String, { description: 'Opaque; give it as `after` to go on behind this one. 游标' })
  cursor!: string;
}
