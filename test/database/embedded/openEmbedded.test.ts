import { spawnSync } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createDataSource } from '../../../src/database/dataSource.js';
import { openEmbedded } from '../../../src/database/embedded/openEmbedded.js';
import { Holder } from './Holder.js';
import { listens, newFolder, query, removeFolders, serverOf } from './scene.js';

afterAll(removeFolders);

const portOf = (url: string): number => Number(new URL(url).port);

describe('a first start', () => {
  test('makes the data, takes connections on the loopback with a password, and stops on close', async () => {
    const folder = await newFolder();
    const embedded = await openEmbedded(folder);
    expect(embedded.created).toBe(true);
    expect(await query(embedded.url, 'show server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    const { mode } = await stat(join(folder, 'postgres', 'password'));
    expect((mode & 0o777).toString(8)).toBe('600');
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    for (const { address } of outside) expect(await listens(address, portOf(embedded.url))).toBe(false);
    await embedded.close();
    await embedded.close();
    expect(await serverOf(folder)).toBeNull();
    expect(await listens('127.0.0.1', portOf(embedded.url))).toBe(false);
  });

  test.each([
    ['another password', 'gongkai', 'wrong'],
    ['no password', 'gongkai', ''],
  ])('%s is refused', async (_, user, password) => {
    const folder = await newFolder();
    const embedded = await openEmbedded(folder);
    const url = new URL(embedded.url);
    url.username = user;
    url.password = password;
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password/);
    await embedded.close();
  });

  test('a letter is a letter in Chinese too, and text is ordered by code points', async () => {
    const folder = await newFolder();
    const embedded = await openEmbedded(folder);
    const ordered = await query(embedded.url, `select w from unnest(array['b', 'B', '丙', 'a']) as w order by w`);
    expect(ordered.map(({ w }) => w)).toEqual(['B', 'a', 'b', '丙']);
    expect(await query(embedded.url, `select '南阳市' ~ '^[[:alpha:]]+$' as letters`)).toEqual([{ letters: true }]);
    await embedded.close();
  });
});

describe('a later start', () => {
  test('finds what was stored', async () => {
    const folder = await newFolder();
    const first = await openEmbedded(folder);
    await query(first.url, 'create table kept as select 7 as n');
    await first.close();
    const second = await openEmbedded(folder);
    expect(second.created).toBe(false);
    expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.close();
  });
});

describe('several processes on one folder', () => {
  test('starting together they share one server, and the last one to leave stops it', async () => {
    const folder = await newFolder();
    const holders = [new Holder(folder), new Holder(folder), new Holder(folder)];
    const opened = await Promise.all(holders.map((holder) => holder.opened()));
    expect(opened.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(opened.map(({ url }) => portOf(url))).size).toBe(1);
    const [first, second, third] = holders;
    await first?.leave();
    await second?.leave();
    expect(await query(opened[2]?.url ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
    await third?.leave();
    expect(await serverOf(folder)).toBeNull();
  });

  test('leaving together they stop it', async () => {
    const folder = await newFolder();
    const holders = [new Holder(folder), new Holder(folder)];
    await Promise.all(holders.map((holder) => holder.opened()));
    await Promise.all(holders.map((holder) => holder.leave()));
    expect(await serverOf(folder)).toBeNull();
  });

  test('it is never stopped under another program, and whoever leaves next stops it', async () => {
    const folder = await newFolder();
    const holder = new Holder(folder);
    const { url } = await holder.opened();
    const other = new Client({ connectionString: url.replace(/\?.*/, '') });
    await other.connect();
    await holder.leave();
    expect((await other.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await other.end();
    const next = await openEmbedded(folder);
    expect(portOf(next.url)).toBe(portOf(url));
    await next.close();
    expect(await serverOf(folder)).toBeNull();
  });

  test('the pool of our own data source does not count as another', async () => {
    const folder = await newFolder();
    const embedded = await openEmbedded(folder);
    const dataSource = await createDataSource(embedded.url).initialize();
    const name = new URL(embedded.url).searchParams.get('application_name');
    expect(await dataSource.query(`select current_setting('application_name') as name`)).toEqual([{ name }]);
    await dataSource.destroy();
    await embedded.close();
    expect(await serverOf(folder)).toBeNull();
  });

  test('Ctrl-C in the terminal of its starter does not reach the server', async () => {
    const folder = await newFolder();
    const starter = new Holder(folder);
    const { url } = await starter.opened();
    await starter.kill('SIGINT');
    expect(await query(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    const next = await openEmbedded(folder);
    expect(portOf(next.url)).toBe(portOf(url));
    await next.close();
    expect(await serverOf(folder)).toBeNull();
  });
});

const asRoot = process.getuid?.() === 0 ? test : test.skip;

describe('whoever runs it', () => {
  asRoot('as root PostgreSQL is another user, even in a folder that only root can enter', async () => {
    const folder = await newFolder();
    expect(((await stat(folder)).mode & 0o777).toString(8)).toBe('700');
    const embedded = await openEmbedded(folder);
    expect((await stat(join(folder, 'postgres', 'data'))).uid).not.toBe(0);
    await embedded.close();
  });

  asRoot('root goes on with the data of an ordinary user, and leaves them his', async () => {
    const folder = await newFolder();
    const uid = 65_534;
    await chown(folder, uid, uid);
    // The program may lie where only root can go; then there is no ordinary user to try.
    const reaches = spawnSync(process.execPath, ['-e', ''], { uid, gid: uid, cwd: process.cwd() }).status === 0;
    if (!reaches) return console.warn('skipped: an ordinary user cannot reach this folder');
    const his = new Holder(folder, { uid, gid: uid });
    const { created } = await his.opened();
    expect(created).toBe(true);
    await his.leave();
    const embedded = await openEmbedded(folder);
    expect(embedded.created).toBe(false);
    await embedded.close();
    const again = new Holder(folder, { uid, gid: uid });
    await again.opened();
    await again.leave();
    expect(await serverOf(folder)).toBeNull();
  });
});
