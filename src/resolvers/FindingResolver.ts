import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { findingConnection } from '../connections/findingConnection.js';
import type { Context } from '../context.js';
import { findingMessage } from '../catalog/findingMessage.js';
import { reportIdOf } from '../ids.js';
import { AnnualReport } from '../schema/AnnualReport.js';
import { LanguageEnum } from '../schema/enums.js';
import { Finding, FindingConnection } from '../schema/Finding.js';
import { FindingsArgs } from '../schema/inputs.js';

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, {
    description: 'Findings of active reports, in order of agency. Errors: BAD_USER_INPUT. 问题列表',
  })
  findings(@Args() args: FindingsArgs, @Ctx() context: Context) {
    return findingConnection(context, args);
  }

  @FieldResolver(() => String, { description: 'What is wrong, in a sentence. 说明' })
  message(
    @Root() finding: Finding,
    @Arg('language', () => LanguageEnum, { defaultValue: 'ZH', description: 'In which language. 语言' })
    language: 'ZH' | 'EN',
  ) {
    return findingMessage(finding, language);
  }

  @FieldResolver(() => AnnualReport, {
    nullable: true,
    description: 'The report it was found in; null for a defect of no single report. 年度报告',
  })
  report(@Root() finding: Finding, @Ctx() { loaders }: Context) {
    return loaders.report.load(reportIdOf(finding));
  }
}
