import type { Label } from './label.js';

export const SEVERITIES = ['ERROR', 'WARNING'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Of one document, or between its report and others. */
export const FINDING_ORIGINS = ['DOCUMENT', 'BETWEEN'] as const;
export type FindingOrigin = (typeof FINDING_ORIGINS)[number];

/** What somebody says of a finding: right (确认), or no defect after all (排除). */
export const VERDICTS = ['CONFIRMED', 'DISMISSED'] as const;
export type Verdict = (typeof VERDICTS)[number];

interface FindingEntry extends Label {
  readonly severity: Severity;
}
const error = (zh: string, en: string): FindingEntry => ({ severity: 'ERROR', zh, en });
const warning = (zh: string, en: string): FindingEntry => ({ severity: 'WARNING', zh, en });

/**
 * Every defect of a document or between documents, with its sentence. `{place}`, `{raw}`, `{expected}` and `{actual}`
 * stand for the finding's own values.
 */
export const FINDINGS = {
  INTAKE_BALANCE: error(
    '{place}：新收+结转={expected}，总计+结转下年={actual}',
    '{place}: received + carried in = {expected}, handled + carried out = {actual}',
  ),
  OUTCOME_BALANCE: error(
    '{place}：各项办理结果之和为{expected}，总计印为{actual}',
    '{place}: the outcomes add up to {expected}, the printed total is {actual}',
  ),
  APPLICANT_BALANCE: error(
    '{place}：六类申请人之和为{expected}，总计印为{actual}',
    '{place}: the six applicant columns add up to {expected}, the printed total is {actual}',
  ),
  REVIEW_BALANCE: error(
    '{place}：四项结果之和为{expected}，总计印为{actual}',
    '{place}: the four results add up to {expected}, the printed total is {actual}',
  ),
  TABLE_MISSING: error('{place}：该部分没有表格', '{place}: the section has no table'),
  TABLE_INCOMPLETE: error(
    '{place}：表格应有{expected}个单元格，只找到{actual}个',
    '{place}: the table should have {expected} cells, {actual} were located',
  ),
  VALUE_UNREADABLE: error('{place}：“{raw}”不是数字', '{place}: "{raw}" is not a figure'),
  VALUE_AMBIGUOUS: error('{place}：“{raw}”可能属于多个单元格', '{place}: "{raw}" could stand in several cells'),
  NEGATIVE_COUNT: error('{place}：件数为负（{raw}）', '{place}: the count is negative ({raw})'),
  UNIT_IN_CELL: warning(
    '{place}：单元格自带与表头不同的单位（{raw}），按万元计为{actual}',
    '{place}: the cell names another unit than the header ({raw}); in 万元 it is {actual}',
  ),
  UNIT_DOUBTFUL: warning(
    '{place}：{raw}疑非以万元计（量级不符，或表头、行名另有单位）',
    '{place}: {raw} may not be in 万元, by its magnitude or by the unit that its header or label names',
  ),
  TITLE_YEAR: warning('标题年份为{actual}，正文年份为{expected}', 'The title says {actual}, the text says {expected}'),
  SCOPE_ASSUMED: warning('汇总或本级仅由标题判定（{actual}）', 'The scope was taken from the title alone ({actual})'),
  DIVISION_UNKNOWN: warning('“{raw}”所属行政区划未知', 'The division of "{raw}" is not known'),
  DIVISION_AMBIGUOUS: warning(
    '“{raw}”可能属于多个行政区划：{actual}',
    '"{raw}" could belong to several divisions: {actual}',
  ),
  MANIFEST_CONFLICT: warning(
    '{place}：清单为{expected}，文件为{actual}',
    '{place}: the manifest says {expected}, the document says {actual}',
  ),
  CARRY_OVER_CHAIN: warning(
    '{place}：上年结转下年为{expected}，本年上年结转为{actual}',
    '{place}: last year carried out {expected}, this year carried in {actual}',
  ),
  STOCK_CHAIN: warning(
    '{place}：按上年现行有效加制发减废止应为{expected}，印为{actual}',
    '{place}: last year in force plus issued minus repealed is {expected}, printed is {actual}',
  ),
  ITEM_CHAIN: warning(
    '{place}：2019年项目数加增减为{expected}，2020年上一年项目数为{actual}',
    '{place}: items plus change of 2019 are {expected}, the previous items of 2020 are {actual}',
  ),
  SCOPE_SUM: warning(
    '{place}：汇总为{actual}，各部分之和为{expected}',
    '{place}: the consolidated figure is {actual}, its parts add up to {expected}',
  ),
  NARRATIVE_MISMATCH: warning(
    '正文称收到申请{actual}件，与新收、新收+结转、总计（{expected}）均不符',
    'The text says {actual} applications; received, received + carried in and handled are {expected}',
  ),
  JUMP: warning('{place}：由上年{expected}变为{actual}', '{place}: {expected} last year, {actual} this year'),
  SECTION_MISSING: warning('缺少第{place}部分', 'Section {place} is not there'),
  SECTION_EMPTY: warning('第{place}部分没有内容', 'Section {place} says nothing'),
  TEXT_REUSED: warning('正文与{expected}雷同（{actual}）', 'The narrative is that of {expected} (share {actual})'),
  LATE: warning('应于{expected}前公布，实际为{actual}', 'Due by {expected}, published on {actual}'),
} as const satisfies Record<string, FindingEntry>;

export type FindingCode = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[];
