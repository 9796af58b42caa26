import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.js';
import { emptied } from './emptied.js';

/** Gives the tests of a file a database of their own, emptied after each of them. */
export function withDatabase(use: (db: DataSource) => void): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    use(database.dataSource);
  });
  afterEach(() => emptied(database.dataSource));
  afterAll(() => database.drop());
}
