import type { Form, ReportForm, Scope, ScopeBasis } from '../catalog/forms.js';

/** A report as stored, without its figures. `id` is `agencyId-reportId`: both are needed to find its rows. */
export interface ReportRow {
  readonly id: string;
  readonly agencyId: number;
  readonly reportId: number;
  readonly year: number;
  readonly scope: Scope;
  readonly scopeBasis: ScopeBasis;
  readonly form: ReportForm;
  readonly disclosureForm: Form | null;
  readonly applicationForm: Form | null;
  readonly disclosuresWhole: boolean;
  readonly applicationsWhole: boolean;
  readonly reviewsWhole: boolean;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly revision: number;
  readonly active: boolean;
  readonly sample: boolean;
  readonly checks: { readonly passed: number; readonly failed: number; readonly skipped: number };
}

/** The columns of `ReportRow` over `annual_report as r`. */
export const REPORT_COLUMNS = `
  r.agency_id || '-' || r.id as id, r.agency_id as "agencyId", r.id as "reportId", r.year, r.scope,
  r.scope_basis as "scopeBasis", r.form, r.disclosure_form as "disclosureForm",
  r.application_form as "applicationForm", r.disclosures_whole as "disclosuresWhole",
  r.applications_whole as "applicationsWhole", r.reviews_whole as "reviewsWhole", r.title,
  r.published_on as "publishedOn", r.revision, r.active, r.sample,
  json_build_object('passed', r.checks_passed, 'failed', r.checks_failed, 'skipped', r.checks_skipped) as checks`;
