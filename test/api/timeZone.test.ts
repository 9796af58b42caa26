import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { store } from '../harness/store.js';
import { buildReport } from '../harness/buildReport.js';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

/** Serves the database of its argument and prints the answer to a query, in a process of its own: so TZ is really set. */
const PROGRAM = `
  import { createDataSource } from './dist/src/database/dataSource.js';
  import { startServer } from './dist/src/server.js';
  const dataSource = await createDataSource(process.argv[1]).initialize();
  const server = await startServer({ dataSource, port: 0 });
  const response = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ reports { nodes { publishedOn source { retrievedAt } } } }' }),
  });
  console.log(JSON.stringify((await response.json()).data.reports.nodes[0]));
  await server.stop();
  await dataSource.destroy();
`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await store(database.dataSource, buildReport({ publishedOn: '2021-01-01' }), { sample: false });
});
afterAll(() => database.drop());

describe('dates are the printed calendar days, whatever the time zone of the server', () => {
  test.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'])('%s', async (zone) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', PROGRAM, database.url],
      { env: { ...process.env, TZ: zone } },
    );
    expect(JSON.parse(stdout)).toEqual({
      publishedOn: '2021-01-01',
      source: { retrievedAt: '2021-02-01T00:00:00.000Z' },
    });
  });
});
