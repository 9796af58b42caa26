import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { missingConnection } from '../connections/missingConnection.js';
import type { Context } from '../context.js';
import { findAgency } from '../details/findById.js';
import { Agency } from '../schema/Agency.js';
import { AgencyYearConnection } from '../schema/AgencyYear.js';
import { Division } from '../schema/Division.js';
import type { Group } from '../schema/Group.js';
import { PageArgs } from '../schema/inputs.js';
import { GroupView } from '../totals/GroupView.js';

/** The fields that a group of any totals has beside its figures, as a class for its resolver to extend. */
export function groupResolverOf(type: () => ClassType<Group>): ClassType {
  @Resolver(type)
  class GroupResolver {
    @FieldResolver(() => Division, {
      nullable: true,
      description:
        'The division; null for agencies of unknown division, and where none of PROVINCE, CITY and COUNTY is grouped by. 行政区划',
    })
    division(@Root() { divisionCode }: GroupView<string, unknown>, @Ctx() { divisions }: Context) {
      return divisions.byCode(divisionCode ?? '');
    }

    @FieldResolver(() => Agency, {
      nullable: true,
      description: 'The agency; null where AGENCY is not grouped by. 机关',
    })
    agency(@Root() { agencyId }: GroupView<string, unknown>, @Ctx() context: Context) {
      return findAgency(context, String(agencyId));
    }

    @FieldResolver(() => AgencyYearConnection, {
      description:
        'The agency-years on the roster of the group without an active report of either scope, by year and agency, whatever the scope asked. 应报未报',
    })
    missing(@Root() group: GroupView<string, unknown>, @Args() args: PageArgs, @Ctx() context: Context) {
      return missingConnection(context, group, args);
    }
  }
  return GroupResolver;
}
