import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What reading a kept document again needs beside its bytes: the declared type, what the manifest said, and by which
 * version of the reader it was read. A document that a newer reader reads otherwise stays the source of the old revision
 * (superseded) and becomes that of a new one.
 */
const UP = `
alter table source_document
  add column declared_type text,
  add column manifest jsonb,
  add column reader_version integer not null default 1,
  add column superseded boolean not null default false;
alter table source_document alter column reader_version drop default;
alter table source_document
  drop constraint source_document_pk,
  add constraint source_document_pk primary key (agency_id, report_id, sha256);
drop index source_document_report_index;
create unique index source_document_current_key on source_document (agency_id, sha256) where not superseded;
create index source_document_version_index on source_document (reader_version) where not superseded;
`;

const DOWN = `
delete from source_document where superseded;
drop index source_document_version_index;
drop index source_document_current_key;
create index source_document_report_index on source_document (agency_id, report_id);
alter table source_document
  drop constraint source_document_pk,
  add constraint source_document_pk primary key (agency_id, sha256),
  drop column declared_type,
  drop column manifest,
  drop column reader_version,
  drop column superseded;
`;

export class KeptReadings1763781000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
