import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'What this system holds. 数据集' })
export class Dataset {
  @Field(() => String, { description: 'Changes with every change of the data. 版本' })
  version!: string;

  @Field(() => [Int], { description: 'Years with active reports, ascending. 年度' })
  years!: number[];

  @Field(() => Int, { description: 'Divisions, those since abolished among them. 行政区划数' })
  divisions!: number;

  @Field(() => Int, { description: 'Agencies that are known, by a report, a manifest or the roster. 机关数' })
  agencies!: number;

  @Field(() => Int, { description: 'Active reports. 报告数' })
  reports!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When data last changed; null while it never did. 最近更新',
  })
  lastIngestAt!: Date | null;
}
