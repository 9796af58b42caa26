import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AgencyResolver } from './resolvers/AgencyResolver.js';
import { AgencyYearResolver } from './resolvers/AgencyYearResolver.js';
import { AnnualReportResolver } from './resolvers/AnnualReportResolver.js';
import { CatalogResolver } from './resolvers/CatalogResolver.js';
import { DatasetResolver } from './resolvers/DatasetResolver.js';
import { DivisionResolver } from './resolvers/DivisionResolver.js';
import {
  ApplicationOutcomeResolver,
  ProactiveDisclosureResolver,
  ReviewLitigationResolver,
} from './resolvers/FigureResolvers.js';
import { FindingResolver } from './resolvers/FindingResolver.js';
import { IndicatorValueResolver, RankedIndicatorResolver } from './resolvers/IndicatorResolvers.js';
import { ApplicationTotalResolver, DisclosureTotalResolver, ReviewTotalResolver } from './resolvers/TotalResolvers.js';

/** The schema of the API; `schema.graphql` at the root of the repository is this, printed. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      DivisionResolver,
      AgencyResolver,
      AnnualReportResolver,
      ProactiveDisclosureResolver,
      ApplicationOutcomeResolver,
      ReviewLitigationResolver,
      FindingResolver,
      ApplicationTotalResolver,
      DisclosureTotalResolver,
      ReviewTotalResolver,
      IndicatorValueResolver,
      RankedIndicatorResolver,
      AgencyYearResolver,
      CatalogResolver,
      DatasetResolver,
    ],
    // Arguments are checked where they mean something, with messages of our own.
    validate: false,
  });
  const query = schema.getQueryType();
  // type-graphql makes this type without a word.
  if (query)
    query.description = 'What can be asked. Null for an argument that may be null is the same as leaving it out. 查询';
  return schema;
}
