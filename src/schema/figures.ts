import { Field, Int, ObjectType } from 'type-graphql';
import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import { DisclosureItemEnum, DisclosureMeasureEnum, DispositionEnum, ReviewTrackEnum } from './enums.js';
import { DecimalScalar } from './scalars.js';

/** A row or cell of a report knows its report, so that its cell can be loaded. */
abstract class Figures {
  agencyId!: number;
  reportId!: number;
}

/** What null means of any printed figure. */
const NULL = 'null where the cell is blank or unreadable, or was not located';
const count = (zh: string) => ({ nullable: true, description: `Applications; ${NULL}. ${zh}` });
const cases = (zh: string) => ({ nullable: true, description: `Cases; ${NULL}. ${zh}` });

@ObjectType({ simpleResolvers: true, description: 'One figure of section two. 主动公开' })
export class ProactiveDisclosure extends Figures {
  @Field(() => DisclosureItemEnum, { description: 'Its row. 事项' })
  item!: DisclosureItem;

  @Field(() => DisclosureMeasureEnum, { description: 'Its column. 指标' })
  measure!: DisclosureMeasure;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `The figure: items, or money in 万元; ${NULL}. 数值`,
  })
  value!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'One row of section three. 申请办理情况' })
export class ApplicationOutcome extends Figures {
  @Field(() => DispositionEnum, { description: 'Its row. 办理结果' })
  disposition!: Disposition;

  @Field(() => Boolean, {
    description:
      'True for a parent that the form does not print: the sum of its children, null where all of them are null. 是否为计算值',
  })
  computed!: boolean;

  @Field(() => Int, count('自然人'))
  naturalPerson!: number | null;

  @Field(() => Int, count('商业企业'))
  business!: number | null;

  @Field(() => Int, count('科研机构'))
  research!: number | null;

  @Field(() => Int, count('社会公益组织'))
  nonprofit!: number | null;

  @Field(() => Int, count('法律服务机构'))
  legalService!: number | null;

  @Field(() => Int, count('其他'))
  otherOrganization!: number | null;

  @Field(() => Int, count('总计（印刷值）'))
  total!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'One track of section four. 行政复议、行政诉讼' })
export class ReviewLitigation extends Figures {
  @Field(() => ReviewTrackEnum, { description: 'Its track. 类别' })
  track!: ReviewTrack;

  @Field(() => Int, cases('结果维持'))
  upheld!: number | null;

  @Field(() => Int, cases('结果纠正'))
  corrected!: number | null;

  @Field(() => Int, cases('其他结果'))
  other!: number | null;

  @Field(() => Int, cases('尚未审结'))
  pending!: number | null;

  @Field(() => Int, cases('总计（印刷值）'))
  total!: number | null;
}
