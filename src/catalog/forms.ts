import type { Label } from './label.js';

/** The two editions of the statistical form (国办公开办函〔2019〕60号, 〔2021〕30号). */
export const FORMS = ['FORM_2019', 'FORM_2021'] as const;
export type Form = (typeof FORMS)[number];

/** The form of a whole report: MIXED where section two and section three are in different editions. */
export type ReportForm = Form | 'MIXED';
export const REPORT_FORMS = {
  FORM_2019: { zh: '2019年格式（试行）', en: 'Form of 2019, used for 2019 and 2020' },
  FORM_2021: { zh: '2021年格式（修订）', en: 'Form of 2021, used from 2021 on' },
  MIXED: { zh: '混合格式', en: 'Mixed: section two in one form, section three in the other' },
} as const satisfies Record<ReportForm, Label>;
export const REPORT_FORM_CODES = Object.keys(REPORT_FORMS) as ReportForm[];

/** The sections that hold a table: 二 主动公开, 三 申请, 四 复议诉讼. */
export const SECTIONS = ['DISCLOSURES', 'APPLICATIONS', 'REVIEWS'] as const;
export type Section = (typeof SECTIONS)[number];

/** 本级 · 汇总. */
export const SCOPES = ['OWN', 'CONSOLIDATED'] as const;
export type Scope = (typeof SCOPES)[number];

/** What decided the scope, in order of precedence: someone's decision, manifest, explicit words, title, default. */
export const SCOPE_BASES = ['DECISION', 'MANIFEST', 'TEXT', 'TITLE', 'DEFAULT'] as const;
export type ScopeBasis = (typeof SCOPE_BASES)[number];
