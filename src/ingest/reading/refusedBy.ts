import { Refusal } from '../Refusal.js';
import type { Reason } from '../types.js';

/** Why a document is not taken in, in plain values. */
export interface Refused {
  readonly reason: Reason;
  readonly message: string;
  /** Of what went wrong in our own program; null for a defect of the document. */
  readonly bug: string | null;
}

/** In plain values, whatever was thrown. A bug that one document brings to light must not stop the others. */
export const refusedBy = (error: unknown): Refused => {
  if (error instanceof Refusal) return { reason: error.reason, message: error.message, bug: null };
  const told = error instanceof Error ? error : new Error(String(error));
  return { reason: 'UNREADABLE', message: `the reader failed: ${told.message}`, bug: told.stack ?? told.message };
};
