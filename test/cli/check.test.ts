import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';
import { run } from './run.js';
import { newFolder, removeFolders, SAMPLE } from './scene.js';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await newFolder();
});
afterAll(async () => {
  await removeFolders();
  await database.drop();
});

const gongkai = (...args: readonly string[]) => run(args, { DATABASE_URL: database.url, LOG_LEVEL: 'error' }, folder);

test('check says that no total differs, names those that do, and makes them anew', async () => {
  await gongkai('ingest', SAMPLE);
  expect(await gongkai('check')).toMatchObject({ code: 0, stdout: 'no total differs\n' });

  await database.dataSource.query(`update application_outcome set total = total + 1 where disposition = 'NOT_HELD'`);
  const found = await gongkai('check', '--repair');
  expect(found.code).toBe(1);
  expect(found.stdout).toContain(
    '411300/GENERAL_OFFICE/2020/OWN APPLICATIONS/NOT_HELD/TOTAL/SUM: stored 25, recomputed 26\n',
  );
  expect(found.stdout).toMatch(/^\d+ differ; all totals were made anew$/m);
  expect(await gongkai('check')).toMatchObject({ code: 0, stdout: 'no total differs\n' });
});
