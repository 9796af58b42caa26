import { Field, ObjectType } from 'type-graphql';
import type { Severity } from '../catalog/findings.js';
import type { ReportForm } from '../catalog/forms.js';
import type { Unit } from '../catalog/units.js';
import { ReportFormEnum, SeverityEnum, UnitEnum } from './enums.js';

@ObjectType({ simpleResolvers: true, description: 'Words in both languages. 双语文字' })
export class BilingualText {
  @Field(() => String, { description: 'In Chinese; of a label the printed term. 中文' })
  zh!: string;

  @Field(() => String, { description: 'In English. 英文' })
  en!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'One code, and what to know of it. A field is null where it says nothing about codes of this kind. 代码',
})
export class CatalogEntry {
  @Field(() => String, { description: 'The code, as the API takes and gives it. 代码' })
  code!: string;

  @Field(() => BilingualText, {
    description:
      'What it is called; of a finding its sentence, {place}, {raw}, {expected} and {actual} left open. 名称',
  })
  label!: BilingualText;

  @Field(() => UnitEnum, {
    nullable: true,
    description: 'Unit of its figures; null where it has none of its own. 单位',
  })
  unit!: Unit | null;

  @Field(() => [ReportFormEnum], {
    nullable: true,
    description: 'Forms that print it, or its children; null where forms do not matter. 所在报表',
  })
  forms!: ReportForm[] | null;

  @Field(() => String, { nullable: true, description: 'Code of the row above; null where it has none. 上级代码' })
  parent!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is computed, in codes; null where it is not computed. 计算公式',
  })
  formula!: string | null;

  @Field(() => BilingualText, {
    nullable: true,
    description: 'What to mind when comparing; null for nothing. 注意事项',
  })
  caveat!: BilingualText | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it may be added, or recomputed, over years; false for stocks; null where it is no figure. 可否跨年相加',
  })
  additiveOverYears!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its figures of both forms are one series; null where that depends on more or it is no figure. 两版可比',
  })
  comparable!: boolean | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'Severity of a finding; null for others. 严重程度' })
  severity!: Severity | null;
}

const list = (description: string): { readonly description: string } => ({ description });

@ObjectType({ simpleResolvers: true, description: 'Every code of the API. 代码表' })
export class Catalog {
  @Field(() => [CatalogEntry], list('Rows of section three and their parents, in order of the form. 办理结果'))
  dispositions!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Types of applicants, columns of section three. 申请人类型'))
  applicants!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Rows of section two. 主动公开事项'))
  disclosureItems!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Columns of section two. 主动公开指标'))
  disclosureMeasures!: CatalogEntry[];

  @Field(
    () => [CatalogEntry],
    list(
      'The pairs of item and measure that some form prints, as ITEM/MEASURE: the figures of section two. 主动公开数值',
    ),
  )
  disclosures!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Tracks of section four. 复议诉讼类别'))
  reviewTracks!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Columns of section four. 复议诉讼结果'))
  reviewColumns!: CatalogEntry[];

  @Field(
    () => [CatalogEntry],
    list('Rates, their operands those of the column 总计 of section three, or TRACK/COLUMN of section four. 指标'),
  )
  indicators!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Defects of documents. 问题代码'))
  findings!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Kinds of agencies. 机关类别'))
  agencyKinds!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Editions of the form. 报表版本'))
  forms!: CatalogEntry[];

  @Field(() => [CatalogEntry], list('Units of figures. 单位'))
  units!: CatalogEntry[];
}
