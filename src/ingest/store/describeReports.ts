import type { EntityManager } from 'typeorm';
import { FINDINGS } from '../../catalog/findings.js';
import { copyRows } from '../../database/copyRows.js';
import type { CopyValue } from '../../database/copyText.js';
import { READER_VERSION } from '../readerVersion.js';
import type { Placed } from './insertReports.js';
import { insertRows, unnested } from './insertRows.js';
import { idOf } from './Revision.js';

const CONTENT = { agency_id: 'bigint', report_id: 'bigint', narrative: 'jsonb', cells: 'bytea', sketch: 'bytea' };
const FINDING = ['agency_id', 'report_id', 'year', 'code', 'severity', 'place', 'raw', 'expected', 'actual'];
const DESCRIPTION = {
  agency_id: 'bigint',
  report_id: 'bigint',
  title: 'text',
  published_on: 'date',
  scope_basis: 'scope_basis',
  fingerprint: 'text',
  reader_version: 'integer',
  checks_passed: 'smallint',
  checks_failed: 'smallint',
  checks_skipped: 'smallint',
};

const keyOf = ({ revision }: Placed): [number, number] => [revision.agencyId, idOf(revision)];

/** What a report says beside its figures comes from its preferred document: title, date, narrative, cells, findings. */
export async function describeReports(manager: EntityManager, preferred: readonly Placed[]): Promise<void> {
  if (preferred.length === 0) return;
  await redescribe(
    manager,
    preferred.filter(({ isNew }) => !isNew),
  );
  await writeContents(manager, preferred);
  await copyRows(
    manager,
    'finding',
    FINDING,
    preferred.flatMap((one) =>
      one.report.findings.map(({ code, place, raw, expected, actual }) => [
        ...keyOf(one),
        ...[one.report.identity.year, code, FINDINGS[code].severity, place, raw, expected, actual],
      ]),
    ),
  );
}

async function writeContents(manager: EntityManager, preferred: readonly Placed[]): Promise<void> {
  const rowsOf = (wanted: boolean): CopyValue[][] =>
    preferred
      .filter(({ isNew }) => isNew === wanted)
      .map((one) => [...keyOf(one), one.report.narrative, one.report.cells, one.report.sketch]);
  await copyRows(manager, 'report_content', Object.keys(CONTENT), rowsOf(true));
  await insertRows(
    manager,
    'report_content',
    CONTENT,
    rowsOf(false),
    `on conflict (agency_id, report_id) do update set
       narrative = excluded.narrative, cells = excluded.cells, sketch = excluded.sketch`,
  );
}

/** A revision that is there already says what another document says, or what a newer reader reads. */
async function redescribe(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const { clause, parameters } = unnested(
    DESCRIPTION,
    placed.map((one) => {
      const { identity, checks, fingerprint } = one.report;
      return [
        ...[...keyOf(one), identity.title, identity.publishedOn, identity.scopeBasis, fingerprint, READER_VERSION],
        ...[checks.passed, checks.failed, checks.skipped],
      ];
    }),
  );
  await manager.query(
    `update annual_report as r
     set title = t.title, published_on = t.published_on, scope_basis = t.scope_basis, fingerprint = t.fingerprint,
       reader_version = t.reader_version, checks_passed = t.checks_passed, checks_failed = t.checks_failed,
       checks_skipped = t.checks_skipped
     from ${clause}
     where r.agency_id = t.agency_id and r.id = t.report_id`,
    parameters,
  );
  const reports = unnested({ agency_id: 'bigint', report_id: 'bigint' }, placed.map(keyOf));
  await manager.query(
    `delete from finding as f using ${reports.clause}
     where f.agency_id = t.agency_id and f.report_id = t.report_id and f.origin = 'DOCUMENT'`,
    reports.parameters,
  );
}
