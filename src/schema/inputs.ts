import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { AgencyKind } from '../catalog/agencyKinds.js';
import type { ReportForm, Scope } from '../catalog/forms.js';
import type { Severity, Verdict } from '../catalog/findings.js';
import { AgencyKindEnum, ReportFormEnum, ReportScopeEnum, SeverityEnum, VerdictEnum } from './enums.js';
import { DivisionCodeScalar } from './scalars.js';

/** What `within` means wherever it stands. */
export const WITHIN =
  'Only these divisions and all below them; overlaps count once; everywhere where left out. 区划范围';

@InputType({ description: 'A range of years, both ends included; an end left out is open. 年度范围' })
export class YearRange {
  @Field(() => Int, { nullable: true, description: 'First year; open where left out. 起' })
  from?: number | null;

  @Field(() => Int, { nullable: true, description: 'Last year; open where left out. 止' })
  to?: number | null;
}

@InputType({ description: 'Which agencies. 机关筛选' })
export class AgencyFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name or alias, up to 100 characters; any where left out. 名称包含',
  })
  search?: string | null;

  @Field(() => [AgencyKindEnum], { nullable: true, description: 'Only these kinds; all where left out. 类别' })
  kinds?: AgencyKind[] | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: WITHIN })
  within?: string[] | null;
}

@InputType({ description: 'Which reports. 报告筛选' })
export class ReportFilter {
  @Field(() => YearRange, { nullable: true, description: 'Only these years; all where left out. 年度' })
  years?: YearRange | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: WITHIN })
  within?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Only reports of these agencies; of all where left out. 机关标识' })
  agencyIds?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: "Part of the agency's name or an alias, up to 100 characters; any where left out. 机关名称包含",
  })
  agencyName?: string | null;

  @Field(() => [ReportFormEnum], { nullable: true, description: 'Only these forms; all where left out. 报表版本' })
  forms?: ReportForm[] | null;

  @Field(() => ReportScopeEnum, { nullable: true, description: 'Only this scope; both where left out. 范围' })
  scope?: Scope | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only reports with, or without, findings; both where left out. 是否有问题',
  })
  hasFindings?: boolean | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'The revisions that count in totals, or those that do not. 是否计入汇总',
  })
  active!: boolean;
}

@InputType({ description: 'Which findings. 问题筛选' })
export class FindingFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only these codes, as in catalog.findings; all where left out. 代码',
  })
  codes?: string[] | null;

  @Field(() => [SeverityEnum], { nullable: true, description: 'Only these severities; all where left out. 严重程度' })
  severities?: Severity[] | null;

  @Field(() => [VerdictEnum], {
    nullable: true,
    description: 'Only those with one of these verdicts; all where left out. 复核结论',
  })
  verdicts?: Verdict[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False leaves out what was dismissed, true gives nothing else; both where left out. 是否已排除',
  })
  dismissed?: boolean | null;

  @Field(() => YearRange, {
    nullable: true,
    description: 'Only of reports on these years; on all where left out. 年度',
  })
  years?: YearRange | null;

  @Field(() => [DivisionCodeScalar], { nullable: true, description: WITHIN })
  within?: string[] | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, from 1 to 200. 每页数量' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'A cursor of this list, in this order: go on behind it; from the start where left out. 起始游标',
  })
  after?: string | null;
}

@ArgsType()
export class AgenciesArgs extends PageArgs {
  @Field(() => AgencyFilter, { nullable: true, description: 'Which agencies; all where left out. 筛选' })
  filter?: AgencyFilter | null;
}

@ArgsType()
export class ReportsArgs extends PageArgs {
  @Field(() => ReportFilter, { nullable: true, description: 'Which reports; all active ones where left out. 筛选' })
  filter?: ReportFilter | null;
}

@ArgsType()
export class FindingsArgs extends PageArgs {
  @Field(() => FindingFilter, { nullable: true, description: 'Which findings; all where left out. 筛选' })
  filter?: FindingFilter | null;
}
