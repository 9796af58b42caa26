import { Field, ID, ObjectType } from 'type-graphql';
import type { Severity, Verdict } from '../catalog/findings.js';
import { connectionOf } from './connection.js';
import { SeverityEnum, VerdictEnum } from './enums.js';
import { DateTimeScalar } from './scalars.js';

@ObjectType({ simpleResolvers: true, description: 'A defect of a document, or between documents. 问题' })
export class Finding {
  @Field(() => ID, { description: 'Its id in this system. 标识' })
  id!: string;

  agencyId!: number;
  reportId!: number;

  @Field(() => String, { description: 'What kind of defect, e.g. INTAKE_BALANCE; see docs/findings.md. 代码' })
  code!: string;

  @Field(() => SeverityEnum, { description: 'Certainly wrong or suspicious. 严重程度' })
  severity!: Severity;

  @Field(() => String, {
    nullable: true,
    description: 'section/row/column in API names, e.g. APPLICATIONS/NOT_HELD/BUSINESS; null for the whole. 位置',
  })
  place!: string | null;

  @Field(() => String, { nullable: true, description: 'What is printed there; null where nothing is. 原文' })
  raw!: string | null;

  @Field(() => String, { nullable: true, description: 'What was expected; null where nothing can be said. 应为' })
  expected!: string | null;

  @Field(() => String, { nullable: true, description: 'What was found; null where nothing can be said. 实为' })
  actual!: string | null;

  @Field(() => VerdictEnum, {
    nullable: true,
    description:
      'What somebody says of it; it lasts as long as code, place and operands are the same. Null: nobody has. 复核结论',
  })
  verdict!: Verdict | null;

  @Field(() => String, { nullable: true, description: 'Why; null where nothing was said. 复核说明' })
  verdictNote!: string | null;

  @Field(() => String, { nullable: true, description: 'Who says so; null without a verdict. 复核人' })
  verdictBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When; null without a verdict. 复核时间' })
  verdictAt!: Date | null;
}

export const FindingConnection = connectionOf('Finding', () => Finding, 'findings (问题)');
