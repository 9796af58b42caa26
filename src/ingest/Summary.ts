import type { Outcome } from './Outcome.js';

/** How many documents ended in each way. */
export type Summary = Record<Outcome['status'], number>;

/** That of no documents, to count up from. */
export const noSummary = (): Summary => ({ stored: 0, unchanged: 0, revised: 0, rejected: 0 });
