import type { Label } from './label.js';

/** Kinds of administrative organs (行政机关). VERTICAL ones belong to no local government's sum of parts. */
export const AGENCY_KINDS = {
  GOVERNMENT: { zh: '人民政府', en: "People's government" },
  GENERAL_OFFICE: { zh: '政府办公室', en: 'General office of a government' },
  DEPARTMENT: { zh: '工作部门', en: 'Department' },
  VERTICAL: { zh: '垂直管理', en: 'Organ of a ministry’s vertical line' },
  TOWNSHIP: { zh: '乡镇', en: 'Township or town government' },
  SUBDISTRICT: { zh: '街道', en: 'Subdistrict office' },
  ZONE_COMMITTEE: { zh: '管委会', en: 'Administrative committee of a zone' },
  OTHER: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Label>;
export type AgencyKind = keyof typeof AGENCY_KINDS;
export const AGENCY_KIND_CODES = Object.keys(AGENCY_KINDS) as AgencyKind[];
