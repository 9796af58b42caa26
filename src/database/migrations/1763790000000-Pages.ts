import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes in the order of pages: reports latest first, those of an agency without their rows, findings by code; and one
 * to search for agencies by a part of their names, of which it knows single characters and pairs.
 */
const UP = `
create index annual_report_latest_index on annual_report ((-year), agency_id, id) where active;
create index annual_report_agency_index on annual_report (agency_id, year, id) where active;
drop index finding_code_index;
create index finding_code_index on finding (code, agency_id, id);

create function text_grams(texts text array) returns text array language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(t.text), at.place, size.size)), '{}')
  from unnest(texts) as t (text)
  cross join generate_series(1, 2) as size (size)
  cross join lateral generate_series(1, length(t.text) + 1 - size.size) as at (place)
$$;
create index agency_grams_index on agency using gin (text_grams(name || aliases));
`;

const DOWN = `
drop index agency_grams_index, annual_report_latest_index, annual_report_agency_index, finding_code_index;
drop function text_grams;
create index finding_code_index on finding (code);
`;

export class Pages1763790000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
