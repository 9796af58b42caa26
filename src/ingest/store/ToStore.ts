import type { Prepared } from './Prepared.js';

/** A report to be stored. */
export interface ToStore {
  readonly report: Prepared;
  /** The document is stored already and was read again: by a newer reader, or with another entry of a manifest. */
  readonly again: boolean;
}

/** What became of it. */
export interface Stored {
  readonly status: 'stored' | 'unchanged' | 'revised';
  readonly agencyId: number;
  readonly reportId: number;
}
