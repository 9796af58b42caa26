import type { EntityManager } from 'typeorm';
import { rollUp } from '../../rollup/rollUp.js';
import { reconcile } from '../reconcile/reconcile.js';
import type { ReportKey } from './Revision.js';

/** Acts within the transaction that stored, revised or moved the reports of these keys. */
type AfterStore = (manager: EntityManager, changed: readonly ReportKey[]) => Promise<void>;

/** What follows when reports have changed, in this order. */
export const AFTER_STORE: readonly AfterStore[] = [reconcile, rollUp];
