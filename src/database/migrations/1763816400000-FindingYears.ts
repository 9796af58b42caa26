import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Findings are asked for and counted by code and year: with the year in their own row an index answers, without a look
 * at each one's report. That a report counts is the rule, so the few that do not are what is looked up.
 */
const UP = `
alter table finding add column year integer;
update finding as f set year = r.year from annual_report as r where r.agency_id = f.agency_id and r.id = f.report_id;
alter table finding alter column year set not null;
create index finding_year_index on finding (code, year, agency_id, report_id) include (severity, verdict);
create index annual_report_inactive_index on annual_report (agency_id, id) where not active;
`;

const DOWN = `
drop index annual_report_inactive_index, finding_year_index;
alter table finding drop column year;
`;

export class FindingYears1763816400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
