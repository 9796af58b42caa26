import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/database/openDatabase.js';
import { AppError } from '../../src/errors.js';
import { databaseUrl, onServer, testServer } from '../harness/testServer.js';
import { fakePostgres } from './fakePostgres.js';

const open = (url: string, patience = 5000): ReturnType<typeof openDatabase> =>
  openDatabase({ databaseUrl: url, dataFolder: '/nowhere' }, { patience });

const refusal = async (url: string, patience?: number): Promise<string> => {
  try {
    await open(url, patience);
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'none';
};

/** With that user, password and database. */
const other = (url: string, change: Partial<Pick<URL, 'username' | 'password' | 'pathname'>>): string =>
  Object.assign(new URL(url), change).href;

describe('a database of one’s own', () => {
  test('is taken as it is, and left running', async () => {
    const { url } = testServer();
    const database = await open(url);
    expect(database).toMatchObject({ url, embedded: false });
    await database.close();
    await (await open(url)).close();
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, /password authentication failed/],
    ['a database that is not there', { pathname: '/elsewhere' }, /database "elsewhere" does not exist/],
  ])('%s is said', async (_, change, expected) => {
    const said = await refusal(other(testServer().url, change));
    expect(said).toMatch(/^DATABASE_UNREACHABLE: cannot use the database at 127\.0\.0\.1:\d+\//);
    expect(said).toMatch(expected);
    expect(said).not.toContain('\n');
  });

  test('nobody listening is said without the password', async () => {
    const said = await refusal('postgres://user:secret@localhost:1/d');
    expect(said).toMatch(/^DATABASE_UNREACHABLE: cannot use the database at localhost:1\/d: connect ECONNREFUSED/);
    expect(said).not.toContain('secret');
  });

  test('somebody who never answers is given up', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await refusal(`postgres://u@127.0.0.1:${port}/d`, 300)).toMatch(/timeout/);
    silent.close();
  });

  test('PostgreSQL 14 is too old', async () => {
    const { url, server } = await fakePostgres({ version: '140012', shown: '14.12', encoding: 'UTF8' });
    expect(await refusal(url)).toMatch(
      /^DATABASE_UNSUITABLE: the database at 127\.0\.0\.1:\d+\/old is PostgreSQL 14\.12, needed is 15 or later$/,
    );
    server.close();
  });

  test('an encoding without Chinese is refused', async () => {
    const server = testServer();
    const name = `${server.run}_latin`;
    await onServer(server, (client) =>
      client.query(`create database ${name} encoding 'LATIN1' locale_provider 'libc' locale 'C' template template0`),
    );
    expect(await refusal(databaseUrl(server, name))).toMatch(
      /^DATABASE_UNSUITABLE: .* is encoded in LATIN1, needed is UTF8$/,
    );
  });
});
