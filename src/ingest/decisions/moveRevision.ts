import type { EntityManager } from 'typeorm';
import { AnnualReport } from '../../entities/AnnualReport.js';
import { Finding } from '../../entities/Finding.js';
import { SourceDocument } from '../../entities/SourceDocument.js';
import type { ReportId } from '../../ids.js';
import type { ReportKey } from '../store/Revision.js';
import { preferBest } from '../store/revisions.js';
import { copyParts } from './copyParts.js';
import { copyUnderKey } from './copyUnderKey.js';
import type { KeptRevision } from './KeptRevision.js';

/**
 * Moves a revision with all its rows to another agency or scope; returns the number of the report it is part of then. To
 * another agency they are copied, and deleted where they were (`copyUnderKey`).
 */
export async function moveRevision(manager: EntityManager, revision: KeptRevision, to: ReportKey): Promise<number> {
  const { agencyId, year, scope } = to;
  const [same] = await manager.query<{ id: number }[]>(
    `select r.id from annual_report as r
     where r.agency_id = $1 and r.year = $2 and r.scope = $3 and r.fingerprint = $4`,
    [agencyId, year, scope, revision.fingerprint],
  );
  if (same !== undefined) {
    await joinRevision(manager, revision, { agencyId, reportId: same.id });
    return same.id;
  }
  const next = `(
    select coalesce(max(o.revision), 0) + 1 from annual_report as o
    where o.agency_id = $3::bigint and o.year = $4::integer and o.scope = $5::report_scope)`;
  const parameters = [revision.agencyId, revision.reportId, agencyId, year, scope];
  if (agencyId === revision.agencyId)
    await manager.query(
      `update annual_report as s set scope = $5::report_scope, active = false, revision = ${next}
       where s.agency_id = $1 and s.id = $2`,
      parameters,
    );
  else {
    const changes = { agency_id: '$3::bigint', scope: '$5::report_scope', active: 'false', revision: next };
    await copyUnderKey(manager, AnnualReport, { changes, where: 's.agency_id = $1 and s.id = $2', parameters });
    await copyParts(manager, revision, agencyId);
    await dropReport(manager, revision);
  }
  return revision.reportId;
}

/** With all its rows. */
const dropReport = (manager: EntityManager, { agencyId, reportId }: ReportId): Promise<unknown> =>
  manager.query('delete from annual_report as r where r.agency_id = $1 and r.id = $2', [agencyId, reportId]);

/** Makes the documents of a revision sources of one that says the same; the better document describes it. */
async function joinRevision(manager: EntityManager, from: KeptRevision, to: ReportId): Promise<void> {
  const keys = [from.agencyId, from.reportId, to.agencyId, to.reportId];
  const between = (kept: string, dropped: string): string => `
    delete from source_document as s using source_document as o
    where s.agency_id = $${dropped}::bigint and s.report_id = $${Number(dropped) + 1}::bigint and s.superseded
      and o.agency_id = $${kept}::bigint and o.report_id = $${Number(kept) + 1}::bigint and o.sha256 = s.sha256`;
  // A document that both hold is kept as the current source.
  await manager.query(between('1', '3'), keys);
  await manager.query(between('3', '1'), keys);
  const before = await preferredOf(manager, to);
  await moveRows(manager, SourceDocument, { where: WHOLE, keys, changes: { preferred: 'false' } });
  const after = (await preferBest(manager, [to])).get(`${to.agencyId} ${to.reportId}`);
  if (after !== before) await describeLike(manager, keys);
  await manager.query(
    `update annual_report as t set sample = t.sample and f.sample from annual_report as f
     where f.agency_id = $1 and f.id = $2 and t.agency_id = $3 and t.id = $4`,
    keys,
  );
  await dropReport(manager, from);
}

const WHOLE = 's.agency_id = $1::bigint and s.report_id = $2::bigint';

/** Moves rows to another report; those that stay behind at another agency go with their report. */
async function moveRows(
  manager: EntityManager,
  entity: typeof SourceDocument | typeof Finding,
  { where, keys, changes }: { where: string; keys: readonly number[]; changes: Readonly<Record<string, string>> },
): Promise<void> {
  const [from, , to] = keys;
  const all = { ...changes, report_id: '$4::bigint' };
  if (from !== to)
    return copyUnderKey(manager, entity, { where, parameters: keys, changes: { ...all, agency_id: '$3::bigint' } });
  const set = Object.entries(all).map(([column, value]) => `${column} = ${value}`);
  const { tableName } = manager.connection.getMetadata(entity);
  await manager.query(`update ${tableName} as s set ${set.join(', ')} where ${where} and $3::bigint is not null`, [
    ...keys,
  ]);
}

async function preferredOf(manager: EntityManager, { agencyId, reportId }: ReportId): Promise<string | undefined> {
  const [row] = await manager.query<{ sha256: string }[]>(
    'select s.sha256 from source_document as s where s.agency_id = $1 and s.report_id = $2 and s.preferred',
    [agencyId, reportId],
  );
  return row?.sha256;
}

/** What the second revision says beside its figures is what the first one said. */
async function describeLike(manager: EntityManager, keys: readonly number[]): Promise<void> {
  await manager.query(
    `update annual_report as t
     set title = f.title, published_on = f.published_on, scope_basis = f.scope_basis, reader_version = f.reader_version,
       checks_passed = f.checks_passed, checks_failed = f.checks_failed, checks_skipped = f.checks_skipped
     from annual_report as f
     where f.agency_id = $1 and f.id = $2 and t.agency_id = $3 and t.id = $4`,
    [...keys],
  );
  await manager.query(
    `update report_content as t set narrative = f.narrative, cells = f.cells, sketch = f.sketch
     from report_content as f
     where f.agency_id = $1 and f.report_id = $2 and t.agency_id = $3 and t.report_id = $4`,
    [...keys],
  );
  await manager.query(
    `delete from finding as f where f.agency_id = $1 and f.report_id = $2 and f.origin = 'DOCUMENT'`,
    keys.slice(2),
  );
  await moveRows(manager, Finding, { where: `${WHOLE} and s.origin = 'DOCUMENT'`, keys, changes: {} });
}
