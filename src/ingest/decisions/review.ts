import type { DataSource, EntityManager } from 'typeorm';
import type { Verdict } from '../../catalog/findings.js';
import { UsageError } from '../../errors.js';
import { parsePair } from '../../ids.js';
import { applyVerdicts } from '../reconcile/applyVerdicts.js';
import { countUp } from '../store/countUp.js';
import type { Finding } from '../types.js';
import type { Said } from './Decision.js';
import { makeDecisions } from './decisionLock.js';

interface KeptFinding extends Finding {
  readonly agencyId: number;
  readonly reportId: number;
}

async function findingOf(manager: EntityManager, id: string): Promise<KeptFinding> {
  const pair = parsePair(id);
  if (pair === null) throw new UsageError(`expected the id of a finding (12-345), found "${id}"`);
  const [row] = await manager.query<KeptFinding[]>(
    `select f.agency_id as "agencyId", f.report_id as "reportId", f.code, f.place, f.raw, f.expected, f.actual
     from finding as f where f.agency_id = $1 and f.id = $2`,
    [...pair],
  );
  if (row === undefined)
    throw new UsageError(`no finding has the id ${id}`, 'The field findings(filter: …) lists them.');
  return row;
}

const operands = ({ code, place, raw, expected, actual }: Finding): unknown[] => [code, place, raw, expected, actual];

/** Kept with every document of the report, so that any of them brings it back. */
const keep = (manager: EntityManager, finding: KeptFinding, verdict: Verdict, said: Said): Promise<unknown> =>
  manager.query(
    `insert into finding_review (sha256, code, place, raw, expected, actual, verdict, decided_by, decided_at, note)
     select s.sha256, $3, $4, $5, $6, $7, $8::finding_verdict, $9, $10, $11
     from source_document as s where s.agency_id = $1 and s.report_id = $2
     on conflict on constraint finding_review_key do update set
       verdict = excluded.verdict, decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note
     where finding_review.decided_at <= excluded.decided_at`,
    [finding.agencyId, finding.reportId, ...operands(finding), verdict, said.by, said.at, said.note],
  );

/** From every document of the agency, year and scope. */
const forget = (manager: EntityManager, finding: KeptFinding): Promise<unknown> =>
  manager.query(
    `delete from finding_review as v
     using annual_report as one, annual_report as r, source_document as s
     where one.agency_id = $1 and one.id = $2
       and r.agency_id = one.agency_id and r.year = one.year and r.scope = one.scope
       and s.agency_id = r.agency_id and s.report_id = r.id and v.sha256 = s.sha256
       and v.code = $3 and v.place is not distinct from $4 and v.raw is not distinct from $5
       and v.expected is not distinct from $6 and v.actual is not distinct from $7`,
    [finding.agencyId, finding.reportId, ...operands(finding)],
  );

/**
 * Keeps somebody's verdict on a finding: it holds, through any further ingest, as long as code, place and operands of a finding
 * of that agency, year and scope are the same. One transaction.
 * @param said null takes the verdict back
 * @throws UsageError where there is no such finding
 */
export const review = (
  db: DataSource,
  findingId: string,
  said: (Said & { readonly verdict: Verdict }) | null,
): Promise<KeptFinding> =>
  db.transaction(async (manager) => {
    await makeDecisions(manager);
    const finding = await findingOf(manager, findingId);
    if (said === null) await forget(manager, finding);
    else await keep(manager, finding, said.verdict, said);
    await applyVerdicts(manager, [finding], { always: true });
    await countUp(manager);
    return finding;
  });
