import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description:
    'How many reports stand behind a figure. reported + blank + unreadable + absent + notOnForm are the active reports of the group; of scope CONSOLIDATED those that are used, not those beneath them. 覆盖情况',
})
export class Coverage {
  @Field(() => Int, { description: 'Reports whose figure went into the sum. 已计入' })
  reported!: number;

  @Field(() => Int, { description: 'Reports that print it empty, "/" or a dash. 空白' })
  blank!: number;

  @Field(() => Int, { description: 'Reports where it is null with a finding. 无法读取' })
  unreadable!: number;

  @Field(() => Int, { description: 'Reports without the table or the row. 缺表或缺行' })
  absent!: number;

  @Field(() => Int, { description: 'Reports whose form does not ask for it. 表式不含' })
  notOnForm!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Agency-years on the roster, reported or not: from the first year in which the agency is known until it is closed, up to dataset.dueYear; null for scope CONSOLIDATED. 应报',
  })
  expected!: number | null;

  @Field(() => Int, { description: 'Active reports of the other scope in the group, left out. 另一范围的报告' })
  otherScope!: number;
}
