import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { IndicatorValue } from '../schema/indicators.js';
import { ApplicationTotal, DisclosureTotal, ReviewTotal } from '../schema/totals.js';
import { ApplicationTotalsArgs, DisclosureTotalsArgs, IndicatorsArgs, ReviewTotalsArgs } from '../schema/totalsArgs.js';
import { applicationTotalsAt } from '../totals/applicationTotalsAt.js';
import { disclosureTotalsAt } from '../totals/disclosureTotalsAt.js';
import { indicatorsAt } from '../totals/indicatorsAt.js';
import { reviewTotalsAt } from '../totals/reviewTotalsAt.js';
import type { TotalsRoot } from '../totals/TotalsQuestion.js';

/**
 * The fields of totals that a place has, as a class for its resolver to extend.
 * @param over what is added up there, in words
 */
export function totalsResolverOf<Place extends object>(
  type: () => ClassType<Place>,
  over: string,
  rootOf: (place: Place) => TotalsRoot,
): ClassType {
  @Resolver(type)
  class TotalsResolver {
    @FieldResolver(() => [ApplicationTotal], { description: `Totals of section three over ${over} 申请办理情况汇总` })
    applicationTotals(@Root() place: Place, @Args() args: ApplicationTotalsArgs, @Ctx() context: Context) {
      return applicationTotalsAt(rootOf(place), args, context);
    }

    @FieldResolver(() => [DisclosureTotal], { description: `Totals of section two over ${over} 主动公开汇总` })
    disclosureTotals(@Root() place: Place, @Args() args: DisclosureTotalsArgs, @Ctx() context: Context) {
      return disclosureTotalsAt(rootOf(place), args, context);
    }

    @FieldResolver(() => [ReviewTotal], { description: `Totals of section four over ${over} 复议诉讼汇总` })
    reviewTotals(@Root() place: Place, @Args() args: ReviewTotalsArgs, @Ctx() context: Context) {
      return reviewTotalsAt(rootOf(place), args, context);
    }

    @FieldResolver(() => [IndicatorValue], { description: `Rates over ${over} 指标` })
    indicators(@Root() place: Place, @Args() args: IndicatorsArgs, @Ctx() context: Context) {
      return indicatorsAt(rootOf(place), args, context);
    }
  }
  return TotalsResolver;
}
