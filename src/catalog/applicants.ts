import type { Label } from './label.js';

/** The six applicant columns of section three (申请人情况), in printed order, without 总计: it is never one more type to sum. */
export const APPLICANTS = {
  NATURAL_PERSON: { zh: '自然人', en: 'Natural persons' },
  BUSINESS: { zh: '商业企业', en: 'Businesses' },
  RESEARCH: { zh: '科研机构', en: 'Research institutions' },
  NONPROFIT: { zh: '社会公益组织', en: 'Nonprofit organizations' },
  LEGAL_SERVICE: { zh: '法律服务机构', en: 'Legal service institutions' },
  OTHER_ORGANIZATION: { zh: '其他', en: 'Other organizations' },
} as const satisfies Record<string, Label>;

export type Applicant = keyof typeof APPLICANTS;
export const APPLICANT_CODES = Object.keys(APPLICANTS) as Applicant[];

/** All seven printed columns of section three. */
export type ApplicantColumn = Applicant | 'TOTAL';
export const APPLICANT_COLUMNS: readonly ApplicantColumn[] = [...APPLICANT_CODES, 'TOTAL'];
/** Place of 总计 among them. */
export const TOTAL_PLACE = APPLICANT_COLUMNS.indexOf('TOTAL');
