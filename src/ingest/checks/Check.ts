import type { Flag, Report } from '../types.js';

/** A report before its checks: what they may look at. */
export type Unchecked = Omit<Report, 'findings' | 'checks'>;

/** One rule over the narrative and dates of a single report; it flags, and throws for nothing a document holds. */
export type Check = (report: Unchecked, flag: Flag) => void;
