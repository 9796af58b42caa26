import type { EntityManager } from 'typeorm';
import type { Decision, Said } from './Decision.js';
import type { KeptReport } from './keptReport.js';

/** What was said before and is not said otherwise now still holds. */
const KEEPING = (table: string): string => `do update set
  division_code = coalesce(excluded.division_code, ${table}.division_code),
  agency_name = coalesce(excluded.agency_name, ${table}.agency_name),
  scope = coalesce(excluded.scope, ${table}.scope),
  decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note`;

const parametersOf = ({ division, agencyName, scope }: Decision, { by, at, note }: Said): unknown[] => [
  ...[division, agencyName, scope],
  ...[by, at, note],
];

/** Keeps what was decided of an agency (`keyOf`). */
export async function saveAgencyDecision(
  manager: EntityManager,
  key: string,
  decision: Decision,
  said: Said,
): Promise<void> {
  await manager.query(
    `insert into agency_decision (agency_key, division_code, agency_name, scope, decided_by, decided_at, note)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (agency_key) ${KEEPING('agency_decision')}`,
    [key, ...parametersOf(decision, said)],
  );
}

export const forgetAgencyDecision = (manager: EntityManager, key: string): Promise<unknown> =>
  manager.query('delete from agency_decision where agency_key = $1', [key]);

/** Keeps what was decided of a report: of every document that it is read from. */
export async function saveDocumentDecisions(
  manager: EntityManager,
  { agencyId, reportId }: KeptReport,
  decision: Decision,
  said: Said,
): Promise<void> {
  await manager.query(
    `insert into document_decision (sha256, reading, division_code, agency_name, scope, decided_by, decided_at, note)
     select s.sha256, s.reading, $3, $4, $5::report_scope, $6, $7, $8
     from source_document as s where s.agency_id = $1 and s.report_id = $2
     on conflict (sha256) ${KEEPING('document_decision').replace('decided_by =', 'reading = excluded.reading, decided_by =')}`,
    [agencyId, reportId, ...parametersOf(decision, said)],
  );
}
