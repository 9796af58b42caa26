import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Disposition } from '../catalog/dispositions.js';
import type { Severity } from '../catalog/findings.js';
import { reportConnection } from '../connections/reportConnection.js';
import type { Context } from '../context.js';
import { loadDisclosures, loadOutcomes, loadReviews } from '../details/loadFigures.js';
import { findReport } from '../details/findById.js';
import { loadFindings, loadSections, loadSource } from '../details/reportDetails.js';
import { Agency } from '../schema/Agency.js';
import { AnnualReport, AnnualReportConnection, ReportSection } from '../schema/AnnualReport.js';
import { DispositionEnum, SeverityEnum } from '../schema/enums.js';
import { ApplicationOutcome, ProactiveDisclosure, ReviewLitigation } from '../schema/figures.js';
import { Finding } from '../schema/Finding.js';
import { ReportsArgs } from '../schema/inputs.js';
import { SourceDocument } from '../schema/SourceDocument.js';
import { EVERYWHERE } from '../totals/TotalsQuestion.js';

@Resolver(() => AnnualReport)
export class AnnualReportResolver {
  @Query(() => AnnualReport, {
    nullable: true,
    description: 'One report; null where there is none of that id. 年度报告',
  })
  report(@Arg('id', () => ID, { description: 'Its id. 标识' }) id: string, @Ctx() context: Context) {
    return findReport(context, id);
  }

  @Query(() => AnnualReportConnection, {
    description: 'Reports, latest year first, then by agency. Errors: BAD_USER_INPUT. 年度报告列表',
  })
  reports(@Args() args: ReportsArgs, @Ctx() context: Context) {
    return reportConnection(context, EVERYWHERE, args);
  }

  @FieldResolver(() => Agency, { description: 'Whose report it is. 机关' })
  agency(@Root() { agencyId }: AnnualReport, @Ctx() { loaders }: Context) {
    return loaders.agency.load(agencyId);
  }

  @FieldResolver(() => [AnnualReport], {
    description: 'All revisions of this agency, year and scope, this one among them, oldest first. 所有版本',
  })
  revisions(@Root() { id }: AnnualReport, @Ctx() { loaders }: Context) {
    return loaders.revisions.load(id);
  }

  @FieldResolver(() => SourceDocument, { description: 'The document the figures were read from. 来源文件' })
  source(@Root() { id }: AnnualReport, @Ctx() context: Context) {
    return loadSource(context, id);
  }

  @FieldResolver(() => [SourceDocument], {
    description: 'Every document that says the same, the one its figures were read from first. 全部来源文件',
  })
  sources(@Root() { id }: AnnualReport, @Ctx() { loaders }: Context) {
    return loaders.sources.load(id);
  }

  @FieldResolver(() => [ReportSection], {
    description: 'The narrative, section by section, in order of the document. 正文',
  })
  sections(@Root() { id }: AnnualReport, @Ctx() context: Context) {
    return loadSections(context, id);
  }

  @FieldResolver(() => [ProactiveDisclosure], {
    description: 'Section two: all 22 or 10 values of the form; empty where its table is absent. 主动公开',
  })
  disclosures(@Root() report: AnnualReport, @Ctx() context: Context) {
    return loadDisclosures(context, report);
  }

  @FieldResolver(() => [ApplicationOutcome], {
    description:
      'Section three: without argument the 23 or 25 printed rows, in order; parents only when named; empty where its table is absent. Errors: BAD_USER_INPUT. 申请办理情况',
  })
  outcomes(
    @Root() report: AnnualReport,
    @Ctx() context: Context,
    @Arg('dispositions', () => [DispositionEnum], {
      nullable: true,
      description: 'Only these rows; all printed ones where left out. 办理结果',
    })
    dispositions?: Disposition[],
  ) {
    return loadOutcomes(context, report, dispositions);
  }

  @FieldResolver(() => [ReviewLitigation], {
    description: 'Section four: all three tracks, every figure null where its table is absent. 行政复议、行政诉讼',
  })
  reviews(@Root() report: AnnualReport, @Ctx() context: Context) {
    return loadReviews(context, report);
  }

  @FieldResolver(() => [Finding], {
    description: 'Defects of its document, and between it and other reports. Errors: BAD_USER_INPUT. 问题',
  })
  findings(
    @Root() { id }: AnnualReport,
    @Ctx() context: Context,
    @Arg('severities', () => [SeverityEnum], {
      nullable: true,
      description: 'Only these severities; all where left out. 严重程度',
    })
    severities?: Severity[],
  ) {
    return loadFindings(context, id, severities);
  }
}
