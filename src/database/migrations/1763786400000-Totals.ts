import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Totals, kept for each division itself (its own code, '' where unknown), kind of agency, year and scope; ancestors are
 * summed on the way out. `facts` are numbers of `rollup/facts`, ascending; those that are zero are not stored.
 * `version` is the id of the transaction that last changed a row. `total_agency` is where each agency is counted.
 */
const UP = `
create table total_agency (
  agency_id bigint not null,
  division_code text not null,
  agency_kind agency_kind not null,
  first_year integer not null,
  last_year integer,
  constraint total_agency_pk primary key (agency_id)
);
create index total_agency_place_index on total_agency (division_code, agency_kind);

create table total_roster (
  division_code text not null,
  agency_kind agency_kind not null,
  first_years integer array not null default '{}',
  last_years integer array not null default '{}',
  agencies integer array not null default '{}',
  version bigint not null default 0,
  constraint total_roster_pk primary key (division_code, agency_kind),
  constraint total_roster_aligned check (
    cardinality(first_years) = cardinality(agencies) and cardinality(last_years) = cardinality(agencies))
);
create index total_roster_version_index on total_roster (version);

create table total_cell (
  division_code text not null,
  agency_kind agency_kind not null,
  year integer not null,
  scope report_scope not null,
  reports integer not null default 0,
  counted integer not null default 0,
  disclosures_2019 integer not null default 0,
  disclosures_2021 integer not null default 0,
  applications_2019 integer not null default 0,
  applications_2021 integer not null default 0,
  facts smallint array not null default '{}',
  amounts numeric array not null default '{}',
  version bigint not null default 0,
  constraint total_cell_pk primary key (division_code, agency_kind, year, scope),
  constraint total_cell_aligned check (cardinality(facts) = cardinality(amounts))
);
create index total_cell_version_index on total_cell (version);
`;

const DOWN = `
drop table total_cell, total_roster, total_agency;
delete from reference_data where name = 'totals';
`;

export class Totals1763786400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
