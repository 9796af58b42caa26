import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is counted is in an index as a whole. Findings have the year in their own row, without a look at each one's report:
 * that a report counts is the rule, so the few that do not are what is looked up. Of reports there is beside the year what
 * they are filtered by; the year itself since an index over its negative alone does not hold it.
 */
const UP = `
alter table finding add column year integer;
update finding as f set year = r.year from annual_report as r where r.agency_id = f.agency_id and r.id = f.report_id;
alter table finding alter column year set not null;
create index finding_year_index on finding (code, year, agency_id, report_id) include (severity, verdict);
create index annual_report_inactive_index on annual_report (agency_id, id) where not active;
drop index annual_report_latest_index;
create index annual_report_latest_index on annual_report ((-year), agency_id, id) include (year, scope, form) where active;
`;

const DOWN = `
drop index annual_report_inactive_index, finding_year_index, annual_report_latest_index;
create index annual_report_latest_index on annual_report ((-year), agency_id, id) where active;
alter table finding drop column year;
`;

export class Counts1763816400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
