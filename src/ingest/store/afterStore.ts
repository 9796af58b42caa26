import type { EntityManager } from 'typeorm';
import type { Added } from '../../rollup/Changed.js';
import { rollUp } from '../../rollup/rollUp.js';
import { reconcile } from '../reconcile/reconcile.js';
import type { ReportKey } from './Revision.js';

/**
 * Acts within the transaction that stored, revised or moved the reports of these keys.
 * @param added those of them that are new and had no revision before
 */
type AfterStore = (manager: EntityManager, changed: readonly ReportKey[], added: readonly Added[]) => Promise<void>;

/** What follows when reports have changed, in this order. */
export const AFTER_STORE: readonly AfterStore[] = [
  reconcile,
  (manager, changed, added) => rollUp(manager, changed, { added }),
];
