import { type ReadDeps, readReport } from './readReport.js';
import { Refusal } from './Refusal.js';
import type { Stage } from './stages.js';
import type { Finding, Reason, Source } from './types.js';

/** What one stage handed on, and what it flagged. */
export interface StageResult {
  readonly stage: Stage;
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** What each stage made of a document, as far as it came. */
export interface Explanation {
  readonly stages: readonly StageResult[];
  /** null where the document is taken in. */
  readonly refusal: { readonly reason: Reason; readonly message: string } | null;
}

/** Reads a document and keeps what each stage hands on, for `gongkai explain`. Never throws for a document. */
export async function explainStages(source: Source, deps: ReadDeps): Promise<Explanation> {
  const stages: StageResult[] = [];
  let seen = 0;
  try {
    await readReport(source, deps, (stage, value, findings) => {
      stages.push({ stage, value, findings: findings.slice(seen) });
      seen = findings.length;
    });
    return { stages, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stages, refusal: { reason: error.reason, message: error.message } };
  }
}
