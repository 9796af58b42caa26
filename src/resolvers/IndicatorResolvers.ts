import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { findAgency } from '../details/findById.js';
import { Agency } from '../schema/Agency.js';
import { Coverage } from '../schema/Coverage.js';
import { Division } from '../schema/Division.js';
import { IndicatorValue, RankedIndicator } from '../schema/indicators.js';
import { RankingArgs } from '../schema/RankingArgs.js';
import { IndicatorsArgs } from '../schema/totalsArgs.js';
import { GroupView } from '../totals/GroupView.js';
import { indicatorsAt } from '../totals/indicatorsAt.js';
import { rankIndicator } from '../totals/rankIndicator.js';
import { EVERYWHERE } from '../totals/TotalsQuestion.js';
import { groupResolverOf } from './groupResolverOf.js';

@Resolver(() => IndicatorValue)
export class IndicatorValueResolver extends groupResolverOf(() => IndicatorValue) {
  @Query(() => [IndicatorValue], {
    description:
      'Rates, recomputed from summed parts, of one scope. CARRY_OVER_RATE is made of stocks: it needs YEAR in groupBy or exactly one year. Errors: BAD_USER_INPUT, NOT_ADDITIVE_OVER_YEARS, TOO_MANY_GROUPS. 指标',
  })
  indicators(@Args() args: IndicatorsArgs, @Ctx() context: Context) {
    return indicatorsAt(EVERYWHERE, args, context);
  }

  @FieldResolver(() => Coverage, {
    description:
      'How many reports stand behind the value. reported are those that print every operand. Each other counts once: as unreadable where any operand is, else as blank where any is, else as absent; notOnForm is 0, both forms ask for all operands. 覆盖情况',
  })
  coverage(@Root() group: GroupView<string, unknown>) {
    return group.coverageOf(0);
  }
}

@Resolver(() => RankedIndicator)
export class RankedIndicatorResolver {
  @Query(() => [RankedIndicator], {
    description:
      'Divisions of one level, or agencies, by an indicator; equal values in order of code or id. Synthetic divisions but municipalities are left out, and those without a value. Agencies stand with their own reports of the scope asked. Errors: BAD_USER_INPUT. 排名',
  })
  ranking(@Args() args: RankingArgs, @Ctx() context: Context) {
    return rankIndicator(args, context);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: 'The division; null where agencies are ranked. 行政区划',
  })
  division(@Root() { divisionCode }: RankedIndicator, @Ctx() { divisions }: Context) {
    return divisions.byCode(divisionCode ?? '');
  }

  @FieldResolver(() => Agency, { nullable: true, description: 'The agency; null where divisions are ranked. 机关' })
  agency(@Root() { agencyId }: RankedIndicator, @Ctx() context: Context) {
    return findAgency(context, String(agencyId));
  }
}
