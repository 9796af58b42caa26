import { AGENCY_KIND_CODES } from '../catalog/agencyKinds.js';
import { APPLICANT_CODES } from '../catalog/applicants.js';
import { catalog } from '../catalog/catalog.js';
import { DISCLOSURE_ITEM_CODES, DISCLOSURE_MEASURE_CODES } from '../catalog/disclosures.js';
import { DISPOSITION_CODES } from '../catalog/dispositions.js';
import { REPORT_FORM_CODES } from '../catalog/forms.js';
import { INDICATOR_CODES } from '../catalog/indicators.js';
import { REVIEW_COLUMNS, REVIEW_TRACK_CODES } from '../catalog/reviews.js';
import { UNIT_CODES } from '../catalog/units.js';
import { enumOf, enumOfLabels } from './enumOf.js';

export const DispositionEnum = enumOf(
  'Disposition',
  'A row of section three, or the parent of some: their sum, printed by no form but for OTHER_HANDLING in that of 2019. Its figures are applications. 办理结果',
  DISPOSITION_CODES,
  catalog.dispositions,
);
export const ApplicantEnum = enumOf(
  'Applicant',
  'A type of applicant; the printed 总计 is the field `total`, never an Applicant. 申请人类型',
  APPLICANT_CODES,
  catalog.applicants,
);
export const DisclosureItemEnum = enumOf(
  'DisclosureItem',
  'A row of section two. 主动公开事项',
  DISCLOSURE_ITEM_CODES,
  catalog.disclosureItems,
);
export const DisclosureMeasureEnum = enumOf(
  'DisclosureMeasure',
  'A column of section two; its figures are items where no other unit is named. 主动公开指标',
  DISCLOSURE_MEASURE_CODES,
  catalog.disclosureMeasures,
);
export const ReviewTrackEnum = enumOf(
  'ReviewTrack',
  'A track of section four; its figures are cases. 复议诉讼类别',
  REVIEW_TRACK_CODES,
  catalog.reviewTracks,
);
export const ReviewColumnEnum = enumOfLabels(
  'ReviewColumn',
  'A column of section four; its figures are cases. 复议诉讼结果',
  REVIEW_COLUMNS,
);
export const AgencyKindEnum = enumOf(
  'AgencyKind',
  'A kind of administrative organ. 机关类别',
  AGENCY_KIND_CODES,
  catalog.agencyKinds,
);
export const DivisionLevelEnum = enumOfLabels(
  'DivisionLevel',
  'Level of a division; townships and subdistricts are agencies and count in the division of their county. 行政区划级别',
  {
    NATION: { zh: '全国', en: 'The nation' },
    PROVINCE: { zh: '省级', en: 'Province level' },
    CITY: { zh: '地级', en: 'Prefecture level; a municipality has one, which stands for all of it' },
    COUNTY: { zh: '县级', en: 'County level' },
  },
);
export const ReportFormEnum = enumOf(
  'ReportForm',
  'Edition of the statistical form. 报表版本',
  REPORT_FORM_CODES,
  catalog.forms,
);
export const ReportScopeEnum = enumOfLabels(
  'ReportScope',
  'Whose figures a report holds; a total takes one scope, never both. 报告范围',
  {
    OWN: { zh: '本级', en: "The organ's own figures" },
    CONSOLIDATED: { zh: '汇总', en: 'The figures of a whole territory, those of its organs included' },
  },
);
export const ScopeBasisEnum = enumOfLabels('ScopeBasis', 'What decided the scope. 范围判定依据', {
  DECISION: { zh: '人工决定', en: "Someone's decision" },
  MANIFEST: { zh: '清单', en: 'The manifest' },
  TEXT: { zh: '正文明示', en: 'Explicit words in the text' },
  TITLE: { zh: '标题', en: 'The title' },
  DEFAULT: { zh: '默认', en: 'Nothing says otherwise: own' },
});
export const VerdictEnum = enumOfLabels('Verdict', 'What somebody says of a finding. 复核结论', {
  CONFIRMED: { zh: '确认', en: 'It is right' },
  DISMISSED: { zh: '排除', en: 'It is no defect' },
});

export const SeverityEnum = enumOfLabels('Severity', 'Severity of a finding. 严重程度', {
  ERROR: { zh: '错误', en: 'Certainly wrong' },
  WARNING: { zh: '警告', en: 'Suspicious' },
});
export const LanguageEnum = enumOfLabels('Language', 'Language of a message. 语言', {
  ZH: { zh: '中文', en: 'Chinese' },
  EN: { zh: '英文', en: 'English' },
});

const REPORT_DIMENSIONS = {
  YEAR: { zh: '年度', en: 'The year reported on' },
  PROVINCE: { zh: '省级区划', en: 'Division of province level' },
  CITY: { zh: '地级区划', en: 'Division of prefecture level' },
  COUNTY: { zh: '县级区划', en: 'Division of county level' },
  AGENCY: { zh: '机关', en: 'Agency' },
  AGENCY_KIND: { zh: '机关类别', en: 'Kind of agency' },
};
export const ApplicationDimensionEnum = enumOfLabels(
  'ApplicationDimension',
  'What application totals are grouped by. 分组',
  {
    ...REPORT_DIMENSIONS,
    DISPOSITION: { zh: '办理结果', en: 'Row of section three' },
  },
);
export const DisclosureDimensionEnum = enumOfLabels(
  'DisclosureDimension',
  'What disclosure totals are grouped by. 分组',
  {
    ...REPORT_DIMENSIONS,
    ITEM: { zh: '主动公开事项', en: 'Row of section two' },
    MEASURE: { zh: '主动公开指标', en: 'Column of section two' },
  },
);
export const ReviewDimensionEnum = enumOfLabels('ReviewDimension', 'What review totals are grouped by. 分组', {
  ...REPORT_DIMENSIONS,
  TRACK: { zh: '复议诉讼类别', en: 'Track of section four' },
});
export const IndicatorDimensionEnum = enumOfLabels(
  'IndicatorDimension',
  'What indicators are grouped by, beside the indicator itself. 分组',
  REPORT_DIMENSIONS,
);
export const IndicatorEnum = enumOf(
  'Indicator',
  'A rate, a fraction (0.25 is 25%), recomputed from summed parts. A row stands for its 总计, TRACK/COLUMN for a figure of section four. 指标',
  INDICATOR_CODES,
  catalog.indicators,
);
export const RankedEntityEnum = enumOfLabels('RankedEntity', 'What is ranked. 排名对象', {
  DIVISION: { zh: '行政区划', en: 'Divisions of one level' },
  AGENCY: { zh: '机关', en: 'Agencies' },
});
export const SortOrderEnum = enumOfLabels('SortOrder', 'Direction of an order. 排序方向', {
  ASC: { zh: '升序', en: 'Smallest first' },
  DESC: { zh: '降序', en: 'Largest first' },
});
export const UnitEnum = enumOf('Unit', 'Unit of a figure. 单位', UNIT_CODES, catalog.units);
export const TotalOrderEnum = enumOfLabels('TotalOrder', 'Order of groups. 排序', {
  NATURAL: { zh: '自然顺序', en: 'Year, division code, agency id, order of the form' },
  TOTAL_ASC: { zh: '总计升序', en: 'By total, smallest first, null last' },
  TOTAL_DESC: { zh: '总计降序', en: 'By total, largest first, null last' },
});
