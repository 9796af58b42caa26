import type { FindingCode } from '../../catalog/findings.js';
import { lateness } from '../checks/late.js';
import type { Finding, Identity } from '../types.js';

/** What identification leaves open, and a decision settles. */
const SETTLED: Readonly<Record<'division' | 'scope', readonly FindingCode[]>> = {
  division: ['DIVISION_UNKNOWN', 'DIVISION_AMBIGUOUS'],
  scope: ['SCOPE_ASSUMED'],
};

/** The findings of a document once somebody has decided its division or scope: what that settles is gone, the day due is another. */
export function decideFindings(
  findings: readonly Finding[],
  identity: Pick<Identity, 'kind' | 'scope' | 'division' | 'year' | 'publishedOn'>,
  decided: { readonly division: boolean; readonly scope: boolean },
): Finding[] {
  const settled = [...(decided.division ? SETTLED.division : []), ...(decided.scope ? SETTLED.scope : [])];
  const late = lateness(identity);
  const kept = findings.filter(({ code }) => code !== 'LATE' && !settled.includes(code));
  return late === null ? kept : [...kept, late];
}
