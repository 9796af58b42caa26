import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The divisions below another one are looked up in most questions about reports and agencies. */
export class Lineages1763809200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index division_lineage_index on division using gin (lineage)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index division_lineage_index');
  }
}
