import type { EntityManager } from 'typeorm';
import { AFTER_STORE } from './afterStore.js';
import { countUp } from './countUp.js';
import { type ReportKey, textOf } from './Revision.js';
import { activateBest } from './revisions.js';

/** Sets right which revision of these keys is active, and tells whoever follows; once a transaction, at its end. */
export async function settleKeys(manager: EntityManager, keys: readonly ReportKey[]): Promise<void> {
  const changed = [...new Map(keys.map((key) => [textOf(key), key])).values()];
  await activateBest(manager, changed);
  for (const act of AFTER_STORE) await act(manager, changed);
  await countUp(manager);
}
