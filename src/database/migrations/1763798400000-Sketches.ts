import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a long narrative is like is kept beside it, as it was sketched while reading, and of it only bands apart, in which alike
 * ones are found. Bands outlive their report until its change is reconciled, which needs to know them.
 *
 * `Decisions` said parts of this for a while: nothing here is done that is done already. Bands of earlier sketches are of no use.
 */
const UP = `
do $$ begin
  if to_regclass('report_sketch') is not null then
    drop table sketch_band, report_sketch;
  end if;
end $$;

-- Null for a short one.
alter table report_content add column if not exists sketch bytea;
alter table report_content alter column sketch set storage plain;

-- Of active reports; of those in one band the first by sort_key are looked at.
create table if not exists sketch_band (
  agency_id bigint not null,
  report_id bigint not null,
  band integer not null,
  year integer not null,
  sort_key text not null,
  constraint sketch_band_pk primary key (agency_id, report_id, band)
);
create index if not exists sketch_band_index on sketch_band (year, band, sort_key);
alter table sketch_band drop constraint if exists sketch_band_report_id_fk;
`;

const DOWN = `
drop table sketch_band;
alter table report_content drop column sketch;
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
    references annual_report (agency_id, id) on delete cascade
);
`;

export class Sketches1763798400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
