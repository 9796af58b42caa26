import type { DataSource, EntityManager } from 'typeorm';
import { UsageError } from '../../errors.js';
import { agencyOf, keyOf } from '../store/resolveAgencies.js';
import type { ReportKey } from '../store/Revision.js';
import { settleKeys } from '../store/settleKeys.js';
import { AGENCY_NAME } from '../tables/values.js';
import type { Identity } from '../types.js';
import type { Decision, Said } from './Decision.js';
import { decideAgency } from './decideAgency.js';
import { makeDecisions } from './decisionLock.js';
import { findAgency } from './findAgency.js';
import { followAgencies } from './followAgencies.js';
import { identityOfAgency, type KeptAgency, keptAgency, keyOfKept } from './KeptAgency.js';
import { keptReport, reportOfDocument } from './keptReport.js';
import { revisionsOfAgency, revisionsWith } from './KeptRevision.js';
import { refreshAgencies } from '../store/refreshAgencies.js';
import { mergeAgency, renameAgency } from './mergeAgency.js';
import type { Target } from './parseTarget.js';
import { placeRevisions } from './placeRevisions.js';
import { places } from './places.js';
import { renumberRevisions } from './renumberRevisions.js';
import { forgetAgencyDecision, saveAgencyDecision, saveDocumentDecisions } from './saveDecisions.js';

/** What became of it. */
export interface Assigned {
  /** The agency that the reports are of now. */
  readonly agencyId: number;
  readonly agencyName: string;
  /** Number of revisions that the decision is about. */
  readonly revisions: number;
}

/** Of an agency a name alone is one in a division, a division alone one of a name: both are kept, so that the decision says all. */
const completed = (decision: Decision, agency: KeptAgency): Decision =>
  decision.division === null && decision.agencyName === null
    ? decision
    : { ...decision, division: decision.division ?? agency.division, agencyName: decision.agencyName ?? agency.name };

/** Who an agency is by this decision and those that follow from it. */
async function becomes(manager: EntityManager, agency: KeptAgency, decision: Decision): Promise<Identity> {
  const read = identityOfAgency(agency);
  const named: Identity = { ...read, ...decideAgency(read, decision, places()) };
  const sha256 = agency.documentSha256 ?? '';
  const next = { identity: named, sha256, scope: null, placed: false };
  const key = keyOfKept(agency);
  if (keyOf(agencyOf(named, sha256)) === key) return named;
  await followAgencies(manager, [next]);
  if (keyOf(agencyOf(next.identity, sha256)) !== key) return next.identity;
  // The other way round was decided before: the last word counts.
  await forgetAgencyDecision(manager, keyOf(agencyOf(named, sha256)));
  return named;
}

interface Moved {
  readonly agencyId: number;
  readonly keys: readonly ReportKey[];
  readonly revisions: number;
}

async function assignAgency(manager: EntityManager, agencyId: number, wanted: Decision, said: Said): Promise<Moved> {
  const agency = await keptAgency(manager, agencyId);
  const revisions = await revisionsOfAgency(manager, agencyId);
  const decision = completed(wanted, agency);
  const identity = await becomes(manager, agency, decision);
  await saveAgencyDecision(manager, keyOfKept(agency), decision, said);
  const to = agencyOf(identity, agency.documentSha256 ?? '');
  const other = await findAgency(manager, to);
  if (other === null || other === agencyId) await renameAgency(manager, agency, to);
  const keys = await placeRevisions(manager, revisions);
  if (other !== null && other !== agencyId) await mergeAgency(manager, agencyId, other);
  // An agency without any report counts where one is expected of it.
  const known = { agencyId: other ?? agencyId, year: agency.firstYear, scope: 'OWN' } as const;
  return { agencyId: known.agencyId, keys: [{ ...known, agencyId }, known, ...keys], revisions: revisions.length };
}

async function assignReport(
  manager: EntityManager,
  target: Exclude<Target, { of: 'agency' }>,
  wanted: Decision,
  said: Said,
): Promise<Moved> {
  const report =
    target.of === 'report' ? await keptReport(manager, target) : await reportOfDocument(manager, target.sha256);
  const agency = await keptAgency(manager, report.agencyId);
  await saveDocumentDecisions(manager, report, wanted, said);
  const revisions = await revisionsWith(manager, report.agencyId, report.reportId);
  const keys = await placeRevisions(manager, revisions);
  const to = keys.at(-1)?.agencyId ?? report.agencyId;
  if (agency.documentSha256 !== null && wanted.agencyName !== null && to === agency.id)
    await renameAgency(manager, agency, { ...agency, name: wanted.agencyName, year: report.year });
  return { agencyId: to, keys, revisions: revisions.length };
}

/**
 * Decides whose an agency's reports, or a report, are and of which scope, for good: whatever is ingested again goes where it
 * was put. Agencies that become the same by division and name are merged. One transaction.
 * @throws UsageError where there is no such agency, report, document or division
 */
export const assign = (db: DataSource, target: Target, decision: Decision, said: Said): Promise<Assigned> =>
  db.transaction(async (manager) => {
    const { division, agencyName, scope } = decision;
    if (division === null && agencyName === null && scope === null)
      throw new UsageError('expected a division, the name of an agency or a scope, found nothing to assign');
    if (division !== null && places().find(division) === undefined)
      throw new UsageError(`expected the code of a division, found "${division}"`, 'See data/divisions/divisions.csv.');
    if (agencyName !== null && AGENCY_NAME.read(agencyName) === undefined)
      throw new UsageError(`expected ${AGENCY_NAME.expected}, found ${JSON.stringify(agencyName)}`);
    await makeDecisions(manager);
    const moved =
      target.of === 'agency'
        ? await assignAgency(manager, target.agencyId, decision, said)
        : await assignReport(manager, target, decision, said);
    await refreshAgencies(manager, [...new Set(moved.keys.map(({ agencyId }) => agencyId))]);
    await renumberRevisions(manager, moved.keys);
    await settleKeys(manager, moved.keys);
    const { name } = await keptAgency(manager, moved.agencyId);
    return { agencyId: moved.agencyId, agencyName: name, revisions: moved.revisions };
  });
