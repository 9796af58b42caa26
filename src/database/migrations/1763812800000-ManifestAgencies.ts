import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies that a manifest names, of whose document no report came: from which year on they are expected to report. */
const UP = `
create table manifest_agency (
  agency_id bigint not null,
  first_year integer not null,
  constraint manifest_agency_pk primary key (agency_id),
  constraint manifest_agency_agency_id_fk foreign key (agency_id) references agency (id) on delete cascade
);
`;

export class ManifestAgencies1763812800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table manifest_agency');
  }
}
