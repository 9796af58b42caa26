import { Field, InputType } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { DisclosureItem, DisclosureMeasure } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { Scope } from '../catalog/forms.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import {
  AgencyKindEnum,
  DisclosureItemEnum,
  DisclosureMeasureEnum,
  DispositionEnum,
  ReportScopeEnum,
  ReviewTrackEnum,
} from './enums.js';
import { WITHIN, YearRange } from './inputs.js';
import { DivisionCodeScalar } from './scalars.js';

/** What every filter of totals says about reports. */
@InputType()
abstract class TotalsFilter {
  @Field(() => YearRange, { nullable: true, description: 'Only these years; all where left out. 年度' })
  years?: YearRange | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: WITHIN })
  within?: string[] | null;

  @Field(() => [AgencyKindEnum], {
    nullable: true,
    description: 'Only agencies of these kinds; of all where left out. 机关类别',
  })
  agencyKinds?: AgencyKind[] | null;

  @Field(() => ReportScopeEnum, {
    defaultValue: 'OWN',
    description:
      'One scope, never both. CONSOLIDATED takes of each division and year the report of its own government, or where there is none the sum over its children by the same rule. 范围',
  })
  scope!: Scope;
}

@InputType({ description: 'Which reports and rows application totals are made of. 申请汇总筛选' })
export class ApplicationFilter extends TotalsFilter {
  @Field(() => [DispositionEnum], {
    nullable: true,
    description:
      'Only these rows or parents, exactly one unless grouped by DISPOSITION; then, where left out, the 23 rows of the form of 2019, OTHER_HANDLING standing for its three. 办理结果',
  })
  dispositions?: Disposition[] | null;
}

@InputType({ description: 'Which reports and figures disclosure totals are made of. 主动公开汇总筛选' })
export class DisclosureFilter extends TotalsFilter {
  @Field(() => [DisclosureItemEnum], {
    nullable: true,
    description:
      'Only these rows of section two, exactly one unless grouped by ITEM; then all where left out. 主动公开事项',
  })
  items?: DisclosureItem[] | null;

  @Field(() => [DisclosureMeasureEnum], {
    nullable: true,
    description:
      'Only these columns of section two, exactly one unless grouped by MEASURE; then all where left out. 主动公开指标',
  })
  measures?: DisclosureMeasure[] | null;
}

@InputType({ description: 'Which reports and tracks review totals are made of. 复议诉讼汇总筛选' })
export class ReviewFilter extends TotalsFilter {
  @Field(() => [ReviewTrackEnum], {
    nullable: true,
    description:
      'Only these tracks of section four, exactly one unless grouped by TRACK; then all where left out. 复议诉讼类别',
  })
  tracks?: ReviewTrack[] | null;
}

@InputType({ description: 'Which reports indicators are made of. 指标筛选' })
export class IndicatorFilter extends TotalsFilter {}
