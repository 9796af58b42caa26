import { afterAll, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.js';

const open: TestDatabase[] = [];
const create = async (): Promise<TestDatabase> => {
  const database = await createTestDatabase();
  open.push(database);
  return database;
};
afterAll(() => Promise.all(open.map((database) => database.drop())));

const count = async ({ dataSource }: TestDatabase, table: string): Promise<number> => {
  const [row] = await dataSource.query<[{ n: number }]>(`select count(*)::int as n from ${table}`);
  return row.n;
};

describe('createTestDatabase', () => {
  test('clones a migrated database that holds the divisions and no report', async () => {
    const database = await create();
    expect(await count(database, 'division')).toBeGreaterThan(3000);
    expect(await count(database, 'annual_report')).toBe(0);
    expect(await database.dataSource.showMigrations()).toBe(false);
  });

  test('gives each caller a database of its own', async () => {
    const [one, other] = await Promise.all([create(), create()]);
    await one.dataSource.query('create table mine (id int)');
    await expect(other.dataSource.query('select * from mine')).rejects.toThrow('does not exist');
  });
});
