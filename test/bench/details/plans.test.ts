import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { explain } from '../../../bench/details/plans.js';
import { createTestDatabase, type TestDatabase } from '../../harness/createTestDatabase.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('analyze division');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const LARGE = new Set(['division']);
const BY_KEY = 'select d.name from division as d where d.code = $1';
const BY_NAME = 'select d.code from division as d where d.name = $1';

test.each([
  ['by its key', BY_KEY, []],
  ['from end to end', BY_NAME, ['division']],
  ['beneath something else', `select exists (${BY_NAME}), count(*) from (${BY_KEY}) as one`, ['division']],
])('a table that is read %s', async (_, text, scans) => {
  expect((await explain(client, { text, parameters: ['411300'] }, LARGE)).scans).toEqual(scans);
});

test('a small table may be read from end to end', async () => {
  expect((await explain(client, { text: BY_NAME, parameters: ['南阳市'] }, new Set())).scans).toEqual([]);
});
