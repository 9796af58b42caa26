import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

describe('the schema of the database', () => {
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
