import type { EntityManager } from 'typeorm';
import { copyLines } from '../../database/copyLines.js';
import { READER_VERSION } from '../readerVersion.js';
import { FIGURE_TABLES, keyed } from './figureLines.js';
import { insertRows } from './insertRows.js';
import type { Placement } from './placeReports.js';
import type { Prepared } from './Prepared.js';
import { idOf, type Revision } from './Revision.js';

/** A report and where it goes. */
export interface Placed extends Placement {
  readonly report: Prepared;
  /** Id of the agency that it names; another one has it where its document was there before. */
  readonly named: number;
}

const COLUMNS = {
  agency_id: 'bigint',
  year: 'integer',
  scope: 'report_scope',
  scope_basis: 'scope_basis',
  form: 'report_form',
  disclosure_form: 'report_form',
  application_form: 'report_form',
  disclosures_whole: 'boolean',
  applications_whole: 'boolean',
  reviews_whole: 'boolean',
  title: 'text',
  published_on: 'date',
  revision: 'integer',
  active: 'boolean',
  sample: 'boolean',
  fingerprint: 'text',
  reader_version: 'integer',
  checks_passed: 'smallint',
  checks_failed: 'smallint',
  checks_skipped: 'smallint',
};

const rowOf = ({ report, revision }: Placed, sample: boolean): unknown[] => {
  const { identity, form, forms, whole, checks, fingerprint } = report;
  return [
    ...[revision.agencyId, revision.year, revision.scope, identity.scopeBasis],
    ...[form, forms.DISCLOSURES, forms.APPLICATIONS, whole.DISCLOSURES, whole.APPLICATIONS, whole.REVIEWS],
    ...[identity.title, identity.publishedOn],
    // The first of its key is active: nothing can be before it. Of others `activateBest` decides.
    ...[revision.revision, revision.revision === 1, sample, fingerprint, READER_VERSION],
    ...[checks.passed, checks.failed, checks.skipped],
  ];
};

/** Inserts the new revisions with their figures and gives them their ids. */
export async function insertReports(manager: EntityManager, placed: readonly Placed[], sample: boolean): Promise<void> {
  const fresh = placed.filter(({ isNew }) => isNew);
  const rows = await insertRows<Revision & { id: number }>(
    manager,
    'annual_report',
    COLUMNS,
    fresh.map((one) => rowOf(one, sample)),
    'returning id, agency_id as "agencyId", year, scope, revision',
  );
  const keyOf = ({ agencyId, year, scope, revision }: Omit<Revision, 'id' | 'fingerprint'>): string =>
    `${agencyId} ${year} ${scope} ${revision}`;
  const ids = new Map(rows.map((row) => [keyOf(row), row.id]));
  for (const { revision } of fresh) revision.id = ids.get(keyOf(revision)) ?? null;
  await insertFigures(manager, fresh);
}

/** Rows of figures come as lines from where the report was read. */
async function insertFigures(manager: EntityManager, fresh: readonly Placed[]): Promise<void> {
  for (const { table, columns } of FIGURE_TABLES) {
    const lines = fresh.map(({ revision, report }) => keyed(report.figures[table], revision.agencyId, idOf(revision)));
    await copyLines(manager, table, ['agency_id', 'report_id', ...columns], lines.join(''));
  }
}
