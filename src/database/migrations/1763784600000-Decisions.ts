import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people decide, kept apart from what was read and told by the documents it is about (sha256), so that it lasts
 * whatever agency or revision these end up in; findings between reports; sketches of narratives.
 */
const UP = `
create type finding_origin as enum ('DOCUMENT', 'BETWEEN');
create type finding_verdict as enum ('CONFIRMED', 'DISMISSED');
create type report_standing as enum ('COUNTS', 'WITHDRAWN');

-- The verdict is a copy of finding_review, for answers and filters.
alter table finding
  add column origin finding_origin not null default 'DOCUMENT',
  add column verdict finding_verdict,
  add column verdict_note text,
  add column verdict_by text,
  add column verdict_at timestamptz,
  add constraint finding_verdict_told check ((verdict is null) = (verdict_by is null) and (verdict is null) = (verdict_at is null));

-- Which report each document is read as, before any decision.
alter table source_document add column reading text not null default '';
alter table source_document alter column reading drop default;

-- A revision that is moved to another agency takes its rows with it.
alter table report_content drop constraint report_content_report_id_fk,
  add constraint report_content_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;
alter table source_document drop constraint source_document_report_id_fk,
  add constraint source_document_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;
alter table proactive_disclosure drop constraint proactive_disclosure_report_id_fk,
  add constraint proactive_disclosure_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;
alter table application_outcome drop constraint application_outcome_report_id_fk,
  add constraint application_outcome_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;
alter table review_litigation drop constraint review_litigation_report_id_fk,
  add constraint review_litigation_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;
alter table finding drop constraint finding_report_id_fk,
  add constraint finding_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade;

-- An agency, as it is read or as an earlier decision made it, is another one. Null: as read.
create table agency_decision (
  agency_key text not null,
  division_code text,
  agency_name text,
  scope report_scope,
  decided_by text not null,
  decided_at timestamptz not null,
  note text,
  constraint agency_decision_pk primary key (agency_key),
  constraint agency_decision_says check (division_code is not null or agency_name is not null or scope is not null)
);

-- A document, and every other that is read as the same report of the same agency, is another one's. Null: as read.
create table document_decision (
  sha256 text not null,
  reading text not null,
  division_code text,
  agency_name text,
  scope report_scope,
  decided_by text not null,
  decided_at timestamptz not null,
  note text,
  constraint document_decision_pk primary key (sha256),
  constraint document_decision_says check (division_code is not null or agency_name is not null or scope is not null)
);
create index document_decision_reading_index on document_decision (reading);

-- The revision that is read from this document counts, or must not.
create table document_standing (
  sha256 text not null,
  standing report_standing not null,
  decided_by text not null,
  decided_at timestamptz not null,
  note text,
  constraint document_standing_pk primary key (sha256)
);

-- The verdict on a finding of a report that this document is a source of: it holds as long as these are the same.
create table finding_review (
  sha256 text not null,
  code text not null,
  place text,
  raw text,
  expected text,
  actual text,
  verdict finding_verdict not null,
  decided_by text not null,
  decided_at timestamptz not null,
  note text,
  constraint finding_review_key unique nulls not distinct (sha256, code, place, raw, expected, actual)
);

-- Agencies that are expected to report, whether they ever have or not.
create table roster_entry (
  agency_id bigint not null,
  first_year integer not null,
  last_year integer,
  decided_by text not null,
  decided_at timestamptz not null,
  note text,
  constraint roster_entry_pk primary key (agency_id),
  constraint roster_entry_agency_id_fk foreign key (agency_id) references agency (id) on delete cascade,
  constraint roster_entry_years_ordered check (last_year >= first_year)
);

-- Sketches of the long narratives of active reports: smallest hashes of their shingles, and bands of them to find alike ones.
create table report_sketch (
  agency_id bigint not null,
  report_id bigint not null,
  year integer not null,
  sort_key text not null,
  minima integer array not null,
  bands integer array not null,
  constraint report_sketch_pk primary key (agency_id, report_id),
  constraint report_sketch_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade on update cascade
);
create table sketch_band (
  year integer not null,
  band integer not null,
  sort_key text not null,
  agency_id bigint not null,
  report_id bigint not null,
  constraint sketch_band_pk primary key (year, band, sort_key, agency_id, report_id),
  constraint sketch_band_report_id_fk foreign key (agency_id, report_id)
    references report_sketch (agency_id, report_id) on delete cascade on update cascade
);
`;

const DOWN = `
drop table sketch_band, report_sketch, roster_entry, finding_review, document_standing, document_decision, agency_decision;
alter table report_content drop constraint report_content_report_id_fk,
  add constraint report_content_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table source_document drop constraint source_document_report_id_fk,
  add constraint source_document_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table proactive_disclosure drop constraint proactive_disclosure_report_id_fk,
  add constraint proactive_disclosure_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table application_outcome drop constraint application_outcome_report_id_fk,
  add constraint application_outcome_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table review_litigation drop constraint review_litigation_report_id_fk,
  add constraint review_litigation_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table finding drop constraint finding_report_id_fk,
  add constraint finding_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade;
alter table source_document drop column reading;
delete from finding where origin = 'BETWEEN';
alter table finding
  drop constraint finding_verdict_told,
  drop column origin, drop column verdict, drop column verdict_note, drop column verdict_by, drop column verdict_at;
drop type report_standing, finding_verdict, finding_origin;
`;

export class Decisions1763784600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
