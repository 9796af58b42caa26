import { Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { dataset } from '../queries/dataset.js';
import { Dataset } from '../schema/Dataset.js';

@Resolver(() => Dataset)
export class DatasetResolver {
  @Query(() => Dataset, { description: 'What this system holds. 数据集' })
  dataset(@Ctx() { db }: Context) {
    return dataset(db);
  }

  @FieldResolver(() => Int, {
    description: 'The last year whose 31 March deadline has passed: up to it reports are expected. 已到期年度',
  })
  dueYear(@Ctx() { dueYear }: Context) {
    return dueYear;
  }
}
