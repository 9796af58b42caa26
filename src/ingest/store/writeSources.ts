import type { EntityManager } from 'typeorm';
import { copyRows } from '../../database/copyRows.js';
import type { CopyValue } from '../../database/copyText.js';
import { READER_VERSION } from '../readerVersion.js';
import type { Placed } from './insertReports.js';
import { insertRows, unnested } from './insertRows.js';
import { idOf, textOf } from './Revision.js';

const COLUMNS = {
  agency_id: 'bigint',
  report_id: 'bigint',
  sha256: 'text',
  reading: 'text',
  preferred: 'boolean',
  media_type: 'text',
  url: 'text',
  file_name: 'text',
  declared_type: 'text',
  manifest: 'jsonb',
  reader_version: 'integer',
  superseded: 'boolean',
  bytes: 'integer',
  retrieved_at: 'timestamptz',
  published_on: 'date',
  content: 'bytea',
};

const rowOf = ({ report, revision, isNew }: Placed): CopyValue[] => {
  const { source, mediaType, manifest, identity, bytes, content } = report;
  return [
    // The first document of a revision is the one it is read from. Of others `preferBest` decides.
    ...[revision.agencyId, idOf(revision), source.sha256, report.reading, isNew, mediaType],
    ...[source.url, source.fileName, source.declaredType, manifest && JSON.stringify(manifest)],
    ...[READER_VERSION, false, bytes, source.retrievedAt, identity.publishedOn, content],
  ];
};

/** Keeps the documents as they came, each with the revision that it is a source of now. */
export async function writeSources(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  await leave(manager, placed);
  const added = placed.filter(({ source }) => source === 'added');
  const rowsOf = (wanted: boolean): CopyValue[][] => added.filter(({ isNew }) => isNew === wanted).map(rowOf);
  await copyRows(manager, 'source_document', Object.keys(COLUMNS), rowsOf(true));
  await insertRows(
    manager,
    'source_document',
    COLUMNS,
    rowsOf(false),
    // A document may come back to a revision that it had left.
    `on conflict (agency_id, report_id, sha256) do update set
       superseded = false, reading = excluded.reading, manifest = excluded.manifest, reader_version = excluded.reader_version,
       published_on = excluded.published_on`,
  );
  await refresh(
    manager,
    placed.filter(({ source }) => source === 'kept'),
  );
}

const KEY = { agency_id: 'bigint', report_id: 'bigint', sha256: 'text' };

/** A document read otherwise stays with its old revision as what that was read from; where its key was misread, it does not. */
async function leave(manager: EntityManager, placed: readonly Placed[]): Promise<void> {
  const left = placed.flatMap(({ from, revision, report }) =>
    from === null
      ? []
      : [{ row: [from.agencyId, idOf(from), report.source.sha256], stays: textOf(from) === textOf(revision) }],
  );
  const rows = (stays: boolean): unknown[][] => left.filter((one) => one.stays === stays).map(({ row }) => row);
  const matching = 's.agency_id = t.agency_id and s.report_id = t.report_id and s.sha256 = t.sha256';
  const superseded = unnested(KEY, rows(true));
  if (rows(true).length > 0)
    await manager.query(
      `update source_document as s set superseded = true from ${superseded.clause} where ${matching}`,
      superseded.parameters,
    );
  const misread = unnested(KEY, rows(false));
  if (rows(false).length > 0)
    await manager.query(
      `delete from source_document as s using ${misread.clause} where ${matching}`,
      misread.parameters,
    );
}

/** A document that was read again and says the same. */
async function refresh(manager: EntityManager, kept: readonly Placed[]): Promise<void> {
  if (kept.length === 0) return;
  const { clause, parameters } = unnested(
    { ...KEY, reading: 'text', manifest: 'jsonb', reader_version: 'integer', published_on: 'date' },
    kept.map(({ revision, report }) => [
      ...[revision.agencyId, idOf(revision), report.source.sha256, report.reading],
      ...[report.manifest && JSON.stringify(report.manifest), READER_VERSION, report.identity.publishedOn],
    ]),
  );
  await manager.query(
    `update source_document as s
     set reading = t.reading, manifest = t.manifest, reader_version = t.reader_version, published_on = t.published_on
     from ${clause}
     where s.agency_id = t.agency_id and s.report_id = t.report_id and s.sha256 = t.sha256`,
    parameters,
  );
}
