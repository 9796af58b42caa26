import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({
  simpleResolvers: true,
  description: 'Where a figure stands in its document, and what is printed there. 单元格',
})
export class Cell {
  @Field(() => String, { description: 'Its text, white space collapsed, characters not yet repaired. 原文' })
  raw!: string;

  @Field(() => Int, { nullable: true, description: 'Page, from 1; null where the document has none. 页' })
  page!: number | null;

  @Field(() => Int, { nullable: true, description: 'Table of the document, from 1; null outside a table. 表' })
  table!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Row of the table, or line of the text, from 1; null where unknown. 行',
  })
  row!: number | null;

  @Field(() => Int, { nullable: true, description: 'Column of the table, from 1; null where unknown. 列' })
  column!: number | null;
}
