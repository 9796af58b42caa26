import type { EntityManager } from 'typeorm';
import type { ReportKey } from '../store/Revision.js';
import { applyVerdicts } from './applyVerdicts.js';
import { keyArrays } from '../store/keyArrays.js';
import { reconcileChains } from './reconcileChains.js';
import { reconcileScopes } from './reconcileScopes.js';
import { reconcileTexts } from './reconcileTexts.js';
import type { FoundIn } from './replaceFindings.js';

/** Two writers, each with a report that the other's is to be checked against, would both miss it: checks take turns. */
const RECONCILE_LOCK = 20_190_503;

const reportsOf = (manager: EntityManager, changed: readonly ReportKey[]): Promise<FoundIn[]> =>
  manager.query<FoundIn[]>(
    `select r.agency_id as "agencyId", r.id as "reportId"
     from unnest($1::bigint[], $2::integer[], $3::report_scope[]) as k (agency_id, year, scope)
     join annual_report as r on r.agency_id = k.agency_id and r.year = k.year and r.scope = k.scope`,
    keyArrays(changed),
  );

/** Makes the findings between reports, and the verdicts on findings, what they are with the changed reports as they are now. */
export async function reconcile(manager: EntityManager, changed: readonly ReportKey[]): Promise<void> {
  if (changed.length === 0) return;
  await manager.query('select pg_advisory_xact_lock($1)', [RECONCILE_LOCK]);
  const found = [
    ...(await reconcileChains(manager, changed)),
    ...(await reconcileScopes(manager, changed)),
    ...(await reconcileTexts(manager, changed)),
  ];
  await applyVerdicts(manager, [...(await reportsOf(manager, changed)), ...found]);
}
