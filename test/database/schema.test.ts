import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { store } from '../harness/store.js';
import { rebuild } from '../../src/rollup/rebuild.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

/** What `Decisions` did for a while instead of what it does, after the migrations that followed. */
const AS_EDITED = `
  drop table sketch_band, report_sketch;
  alter table report_content add column sketch bytea;
  alter table report_content alter column sketch set storage plain;
  create table sketch_band (
    agency_id bigint not null,
    report_id bigint not null,
    band integer not null,
    year integer not null,
    sort_key text not null,
    constraint sketch_band_pk primary key (agency_id, report_id, band),
    constraint sketch_band_report_id_fk foreign key (agency_id, report_id)
      references annual_report (agency_id, id) on delete cascade
  );
  create index sketch_band_index on sketch_band (year, band, sort_key)`;
/** And before that for a shorter while. */
const AS_EDITED_FIRST = `
  alter table sketch_band drop constraint sketch_band_pk, add constraint sketch_band_pk primary key (agency_id, report_id, band);
  create index sketch_band_index on sketch_band (year, band, sort_key)`;

/** Every column, constraint and index. */
const listing = async (db: DataSource): Promise<string[]> => {
  const rows = await db.query<{ said: string }[]>(
    `select concat_ws(' ', c.oid::regclass, a.attnum - (
         select count(*) from pg_attribute as gone where gone.attrelid = c.oid and gone.attisdropped and gone.attnum < a.attnum),
       a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attstorage, pg_get_expr(d.adbin, d.adrelid)) as said
     from pg_class as c
     join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef as d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
     union all
     select concat_ws(' ', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) from pg_constraint as k
     where k.connamespace = 'public'::regnamespace
     union all
     select i.indexdef from pg_indexes as i where i.schemaname = 'public'
     order by 1`,
  );
  return rows.map(({ said }) => said);
};
/** Takes migrations back until that one is the last. */
async function backTo(db: DataSource, name: string): Promise<void> {
  const last = async (): Promise<string> =>
    (await db.query<[{ name: string }]>('select m.name from migrations as m order by m.id desc limit 1'))[0].name;
  while (!(await last()).startsWith(name)) await db.undoLastMigration();
}

describe('the schema of the database', () => {
  test.each([
    ['to the first edition of Decisions', 'Totals', ''],
    ['to its second edition', 'InlineCells', AS_EDITED_FIRST],
    ['to its third edition', 'InlineCells', AS_EDITED],
  ])('is the same where it was migrated %s', async (_, name, sql) => {
    const db = database.dataSource;
    const before = await listing(db);
    expect(before.filter((text) => text.startsWith('sketch_band')).length).toBeGreaterThan(5);
    await backTo(db, name);
    if (sql !== '') await db.query(sql);
    expect(await listing(db)).not.toEqual(before);
    await db.runMigrations();
    expect(await listing(db)).toEqual(before);
  });

  test('gives findings the year of their report, where they were stored without', async () => {
    const db = database.dataSource;
    const findings = [{ code: 'TITLE_YEAR' as const, place: null, raw: null, expected: '1', actual: '2' }];
    await rebuild(db);
    for (const year of [2020, 2022]) await store(db, buildReport({ year, findings }), { sample: false });
    await backTo(db, 'ManifestAgencies');
    await db.runMigrations();
    const years = await db.query<{ year: number }[]>('select f.year from finding as f order by f.id');
    expect(years).toEqual([{ year: 2020 }, { year: 2022 }]);
  });

  test('is what the entities say: TypeORM has nothing left to change', async () => {
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('can be taken back and made again', async () => {
    for (const _ of database.dataSource.migrations) await database.dataSource.undoLastMigration();
    const [left] = await database.dataSource.query<[{ n: number }]>(
      `select count(*)::int as n from pg_class as c join pg_namespace as s on s.oid = c.relnamespace
       where s.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migrations'`,
    );
    expect(left.n).toBe(0);
    await database.dataSource.runMigrations();
    const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });
});
