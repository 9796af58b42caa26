import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Form, ReportForm, Scope, ScopeBasis } from '../catalog/forms.js';
import { connectionOf } from './connection.js';
import { ReportFormEnum, ReportScopeEnum, ScopeBasisEnum } from './enums.js';
import { DateScalar } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'How the balances of a report came out. 勾稽检查' })
export class CheckSummary {
  @Field(() => Int, { description: 'Balances that hold. 通过' })
  passed!: number;

  @Field(() => Int, { description: 'Balances that do not hold; each is a finding. 未通过' })
  failed!: number;

  @Field(() => Int, { description: 'Balances with an operand that has no value: neither passed nor failed. 未检查' })
  skipped!: number;
}

@ObjectType({ simpleResolvers: true, description: 'A section of the narrative, its table left out. 报告章节' })
export class ReportSection {
  @Field(() => String, { description: 'Its heading as printed. 标题' })
  heading!: string;

  @Field(() => String, { description: 'Its text. 正文' })
  text!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'An annual report on government information disclosure, one revision of it. 政府信息公开工作年度报告',
})
export class AnnualReport {
  @Field(() => ID, { description: 'Its id in this system. 标识' })
  id!: string;

  agencyId!: number;
  reportId!: number;

  @Field(() => Int, { description: 'The year reported on. 报告年度' })
  year!: number;

  @Field(() => ReportScopeEnum, { description: 'Whose figures it holds. 范围' })
  scope!: Scope;

  @Field(() => ScopeBasisEnum, { description: 'What decided the scope. 范围判定依据' })
  scopeBasis!: ScopeBasis;

  @Field(() => ReportFormEnum, {
    description: 'Edition of its form; MIXED where section two and section three are in different ones. 报表版本',
  })
  form!: ReportForm;

  @Field(() => ReportFormEnum, {
    nullable: true,
    description: 'Edition of section two, never MIXED; null where its table is absent. 第二部分版本',
  })
  disclosureForm!: Form | null;

  @Field(() => ReportFormEnum, {
    nullable: true,
    description: 'Edition of section three, never MIXED; null where its table is absent. 第三部分版本',
  })
  applicationForm!: Form | null;

  disclosuresWhole!: boolean;
  applicationsWhole!: boolean;
  reviewsWhole!: boolean;

  @Field(() => String, { nullable: true, description: 'Its title; null where none is printed. 标题' })
  title!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day of publication, as printed or else as the manifest says; null where neither says it. 发布日期',
  })
  publishedOn!: string | null;

  @Field(() => Int, {
    description: '1, 2, … among the revisions of this agency, year and scope. 版本号',
  })
  revision!: number;

  @Field(() => Boolean, {
    description:
      'Whether it is the revision that counts in totals, at most one of its agency, year and scope. 是否计入汇总',
  })
  active!: boolean;

  @Field(() => Boolean, { description: 'One of the reports that came with the program. 是否为样例' })
  sample!: boolean;

  @Field(() => CheckSummary, { description: 'How its balances came out. 勾稽检查' })
  checks!: CheckSummary;
}

export const AnnualReportConnection = connectionOf('AnnualReport', () => AnnualReport, 'reports (年度报告)');
