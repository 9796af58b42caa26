import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { Agency } from '../schema/Agency.js';
import { AgencyYear } from '../schema/AgencyYear.js';

@Resolver(() => AgencyYear)
export class AgencyYearResolver {
  @FieldResolver(() => Agency, { description: 'The agency. 机关' })
  agency(@Root() { agencyId }: AgencyYear, @Ctx() { loaders }: Context) {
    return loaders.agency.load(agencyId);
  }
}
