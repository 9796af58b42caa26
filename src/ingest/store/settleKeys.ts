import type { EntityManager } from 'typeorm';
import { distinct } from '../../distinct.js';
import type { Added } from '../../rollup/Changed.js';
import { AFTER_STORE } from './afterStore.js';
import { countUp } from './countUp.js';
import { type ReportKey, textOf } from './Revision.js';
import { activateBest } from './revisions.js';

/**
 * Sets right which revision of these keys is active, and tells whoever follows; once a transaction, at its end.
 * @param added those of them that got their first and only revision just now, active as it was inserted
 */
export async function settleKeys(
  manager: EntityManager,
  keys: readonly ReportKey[],
  added: readonly Added[] = [],
): Promise<void> {
  const changed = distinct(keys, textOf);
  const turned = new Set((await activateBest(manager, changed)).map(textOf));
  const active = added.filter((one) => !turned.has(textOf(one)));
  for (const act of AFTER_STORE) await act(manager, changed, active);
  await countUp(manager);
}
