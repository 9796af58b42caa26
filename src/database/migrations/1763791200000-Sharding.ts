import type { MigrationInterface, QueryRunner } from 'typeorm';

const PARTS = [
  'report_content',
  'source_document',
  'proactive_disclosure',
  'application_outcome',
  'review_litigation',
  'finding',
  'sketch_band',
];

const foreignKeys = (onUpdate: string): string =>
  PARTS.map(
    (table) => `
alter table ${table} drop constraint ${table}_report_id_fk,
  add constraint ${table}_report_id_fk foreign key (agency_id, report_id)
    references annual_report (agency_id, id) on delete cascade${onUpdate};`,
  ).join('');

/** A row whose agency changes would have to go to another machine: no key that holds the agency is updated. */
export class Sharding1763791200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(foreignKeys(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(foreignKeys(' on update cascade'));
  }
}
