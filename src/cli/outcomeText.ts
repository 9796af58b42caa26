import type { Outcome } from '../ingest/ingest.js';
import { printable } from '../printable.js';

/** What became of a document, on one line for a person. */
export function outcomeText(outcome: Outcome): string {
  const { file, status, reason, agency, year, scope, form, findings } = outcome;
  const said =
    reason === null
      ? `${agency} ${year} ${scope} ${form}${findings.length === 0 ? '' : `, ${findings.length} findings`}`
      : `${reason.code}: ${reason.message}`;
  return printable(`${status.padEnd(9)} ${file}  ${said}`);
}
