import type { FindingCode, Severity } from '../catalog/findings.js';
import type { ReportForm, Scope } from '../catalog/forms.js';
import type { Reason } from './types.js';

/** What became of one document; absent values are null. */
export interface Outcome {
  readonly file: string;
  readonly status: 'stored' | 'unchanged' | 'revised' | 'rejected';
  readonly reportId: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly scope: Scope | null;
  readonly form: ReportForm | null;
  readonly findings: readonly {
    readonly code: FindingCode;
    readonly severity: Severity;
    readonly place: string | null;
  }[];
  /** null unless rejected. */
  readonly reason: { readonly code: Reason; readonly message: string } | null;
}
