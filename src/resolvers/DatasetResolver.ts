import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { describeDataset } from '../describeDataset.js';
import { Dataset } from '../schema/Dataset.js';

@Resolver()
export class DatasetResolver {
  @Query(() => Dataset, { description: 'What this system holds. 数据集' })
  dataset(@Ctx() context: Context) {
    return describeDataset(context);
  }
}
