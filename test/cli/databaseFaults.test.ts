import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { run } from './run.js';
import { newFolder, removeFolders, SAMPLE } from './scene.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());
afterAll(removeFolders);

const name = (): string => new URL(database.url).pathname.slice(1);

describe('what the database fails at is code 3 and one line, and nothing on stdout', () => {
  test.each([
    ['alter database "$" set default_transaction_read_only = on', /read-only transaction\. Name the primary/],
    [`alter database "$" set statement_timeout = '1ms'`, /statement timeout\. Unset statement_timeout/],
    ['delete from migrations', /already exists\. Tables of another program are in the way/],
    ['alter table migrations rename name to migration', /^gongkai: the database is of another program: .* migrations/],
  ])('%s', async (statement, expected) => {
    await database.dataSource.query(statement.replace('$', name()));
    const { code, stdout, stderr } = await run(
      ['ingest', '--json', SAMPLE],
      { DATABASE_URL: database.url },
      await newFolder(),
    );
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([3, '', 1]);
    expect(stderr).toMatch(expected);
  });
});
