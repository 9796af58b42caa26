import type { Outcome } from '../ingest/Outcome.js';
import { noSummary, type Summary } from '../ingest/Summary.js';
import { outcomeText } from './outcomeText.js';

/** Says on stdout what became of documents, and counts them. */
export class Teller {
  readonly summary: Summary = noSummary();

  /** @param json one JSON object a document in place of a readable line */
  constructor(private readonly json: boolean) {}

  tell(outcome: Outcome): void {
    this.summary[outcome.status] += 1;
    process.stdout.write(`${this.json ? JSON.stringify(outcome) : outcomeText(outcome)}\n`);
  }
}
