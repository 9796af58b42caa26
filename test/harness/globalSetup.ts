import { resolve } from 'node:path';
import { createDataSource } from '../../src/database/dataSource.js';
import { openEmbedded } from '../../src/database/embedded/openEmbedded.js';
import { migrate } from '../../src/database/migrate.js';
import { dropDatabases } from './dropDatabases.js';
import { announce, databaseUrl, onServer, templateOf, type TestServer } from './testServer.js';

declare global {
  /** Leaves the server of the tests; set by globalSetup, called by globalTeardown. */
  var closeTestServer: (() => Promise<void>) | undefined;
}

/** Nothing in it is worth an fsync. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Databases of runs that were killed. */
const isLeftover = (name: string): boolean => !isAlive(Number(name.split('_')[2]));

/**
 * A PostgreSQL of our own, kept between runs and shared by runs at the same time; what a killed run left running is
 * found and used again.
 */
const openServer = async (run: string): Promise<TestServer> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return { url: given, run };
  const folder = resolve(`node_modules/.cache/gongkai-test-${process.getuid?.() ?? 'user'}`);
  const embedded = await openEmbedded(folder, { settings: FAST });
  globalThis.closeTestServer = () => embedded.close();
  const server = { url: embedded.url, run };
  await onServer(server, (client) => dropDatabases(client, isLeftover));
  return server;
};

/** Makes the template that every test file clones: all migrations, no report. */
// oxlint-disable-next-line import/no-default-export -- jest asks for it
export default async function globalSetup(): Promise<void> {
  const server = await openServer(`gongkai_test_${process.pid}`);
  const template = templateOf(server);
  await onServer(server, (client) => client.query(`create database ${template}`));
  const dataSource = await createDataSource(databaseUrl(server, template)).initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  announce(server);
}
