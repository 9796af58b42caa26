import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Applicant } from '../catalog/applicants.js';
import type { ReviewColumn } from '../catalog/reviews.js';
import type { Context } from '../context.js';
import { loadDisclosureCell, loadOutcomeCell, loadReviewCell } from '../details/loadFigures.js';
import { Cell } from '../schema/Cell.js';
import { ApplicantEnum, ReviewColumnEnum } from '../schema/enums.js';
import { ApplicationOutcome, ProactiveDisclosure, ReviewLitigation } from '../schema/figures.js';

@Resolver(() => ProactiveDisclosure)
export class ProactiveDisclosureResolver {
  @FieldResolver(() => Cell, { nullable: true, description: 'Its printed cell; null where it was not located. 单元格' })
  cell(@Root() figure: ProactiveDisclosure, @Ctx() context: Context) {
    return loadDisclosureCell(context, figure);
  }
}

@Resolver(() => ApplicationOutcome)
export class ApplicationOutcomeResolver {
  @FieldResolver(() => Cell, {
    nullable: true,
    description:
      'A printed cell, without applicant that of 总计; null for a computed row, or where it was not located. 单元格',
  })
  cell(
    @Root() outcome: ApplicationOutcome,
    @Ctx() context: Context,
    @Arg('applicant', () => ApplicantEnum, {
      nullable: true,
      description: 'The column; 总计 where left out. 申请人类型',
    })
    applicant?: Applicant,
  ) {
    return loadOutcomeCell(context, outcome, applicant);
  }
}

@Resolver(() => ReviewLitigation)
export class ReviewLitigationResolver {
  @FieldResolver(() => Cell, { nullable: true, description: 'A printed cell; null where it was not located. 单元格' })
  cell(
    @Root() review: ReviewLitigation,
    @Ctx() context: Context,
    @Arg('column', () => ReviewColumnEnum, { description: 'The column. 列' }) column: ReviewColumn,
  ) {
    return loadReviewCell(context, review, column);
  }
}
