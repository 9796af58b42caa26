import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of each agency the years of which an active report of either scope is there, so that who is missing is known wherever
 * totals are read. `version` is the id of the transaction that last changed a row, or that took an agency away.
 */
const UP = `
alter table total_agency
  add column years integer array not null default '{}',
  add column version bigint not null default 0;
create index total_agency_version_index on total_agency (version);

create table total_agency_gone (
  agency_id bigint not null,
  version bigint not null,
  constraint total_agency_gone_pk primary key (agency_id)
);
create index total_agency_gone_version_index on total_agency_gone (version);
`;

const DOWN = `
drop table total_agency_gone;
drop index total_agency_version_index;
alter table total_agency drop column version, drop column years;
delete from reference_data where name = 'totals';
`;

export class AgencyYears1763805600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
