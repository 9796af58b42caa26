import { Refusal } from '../../../src/ingest/Refusal.js';
import type { Reason } from '../../../src/ingest/types.js';

/** The reason for which it is refused; null where it is not. Anything else that is thrown is thrown on. */
export async function refusalOf(work: () => Promise<unknown>): Promise<Reason | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}
