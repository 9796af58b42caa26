import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../../src/database/embedded/openEmbedded.js';
import { Holder } from './Holder.js';
import { dataOf, killServer, newFolder, query, removeFolders, serverOf } from './scene.js';

afterAll(removeFolders);

/** The next start works, keeps nothing unfinished, and ends in order. */
const expectRecovery = async (folder: string): Promise<void> => {
  const embedded = await openEmbedded(folder);
  expect(await query(embedded.url, 'select 1 as n')).toEqual([{ n: 1 }]);
  await embedded.close();
  expect(await serverOf(folder)).toBeNull();
  expect((await readdir(folder)).sort()).toEqual(['postgres']);
};

test('a server that lets nobody in is not left running', async () => {
  const folder = await newFolder();
  await (await openEmbedded(folder)).close();
  await writeFile(join(folder, 'postgres', 'password'), 'another\n');
  await expect(openEmbedded(folder)).rejects.toThrow(/lets nobody in: password authentication failed/);
  expect(await serverOf(folder)).toBeNull();
});

test('a folder that cannot be written to is no lock of somebody else, to be waited for', () =>
  expect(openEmbedded('/proc')).rejects.toThrow(/^cannot lock \/proc: /));

describe('kill -9', () => {
  test('of the process: the next one goes on with its server', async () => {
    const folder = await newFolder();
    const holder = new Holder(folder);
    const { url } = await holder.opened();
    await holder.kill('SIGKILL');
    const next = await openEmbedded(folder);
    expect(new URL(next.url).port).toBe(new URL(url).port);
    await next.close();
    expect(await serverOf(folder)).toBeNull();
  });

  test('of the process and the server: what was committed is there', async () => {
    const folder = await newFolder();
    const holder = new Holder(folder);
    const { url } = await holder.opened();
    await query(url, 'create table kept as select 7 as n');
    await Promise.all([holder.kill('SIGKILL'), killServer(folder)]);
    const next = await openEmbedded(folder);
    expect(await query(next.url, 'select n from kept')).toEqual([{ n: 7 }]);
    await next.close();
  });

  /** Kills the server of somebody who uses it, who must find it again at the same address. */
  const expectReturn = async (kill: (folder: string, url: string) => Promise<void>): Promise<void> => {
    const folder = await newFolder();
    const holder = new Holder(folder);
    const { url } = await holder.opened();
    await kill(folder, url);
    const end = Date.now() + 30_000;
    const answer = (): Promise<unknown> =>
      query(url, 'select 1 as n').catch((error: unknown) => {
        if (Date.now() > end) throw error;
        return delay(50).then(answer);
      });
    expect(await Promise.race([answer(), holder.ended()])).toEqual([{ n: 1 }]);
    await holder.leave();
    expect(await serverOf(folder)).toBeNull();
  };

  test('of the server alone: it comes back at its address while it is in use', () => expectReturn(killServer));

  test('of the server alone, whose last child lingers and keeps its memory: nor does that move it', () =>
    expectReturn(async (folder, url) => {
      const [child] = await query(url, "select pid from pg_stat_activity where backend_type = 'checkpointer'");
      const pid = Number(child?.pid);
      process.kill(pid, 'SIGSTOP');
      await killServer(folder);
      await delay(1_000);
      process.kill(pid, 'SIGCONT');
    }));

  /** Side by side, since each waits some seconds until the lock of the dead counts as stale. */
  const killAfter = async (delays: readonly number[], prepare: (folder: string) => Promise<void>): Promise<void> => {
    const recover = async (ms: number): Promise<void> => {
      const folder = await newFolder();
      await prepare(folder);
      const holder = new Holder(folder);
      await delay(ms);
      await holder.kill('SIGKILL');
      await killServer(folder);
      await expectRecovery(folder);
    };
    await Promise.all(delays.map(recover));
  };

  test('of everything, at moments from before initdb to after the first start', () =>
    killAfter([200, 500, 900, 1300, 1800, 2500, 3500], () => Promise.resolve()));

  test('of everything, at moments of a later start', () =>
    killAfter([100, 200, 300, 400, 600], async (folder) => (await openEmbedded(folder)).close()));
});

/** Listens there as soon as the last child of a dead server has let go of it. */
const occupy = async (port: number): Promise<Server> => {
  const server = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
  const [error]: unknown[] = await Promise.race([once(server, 'listening'), once(server, 'error')]).catch(
    (error: unknown) => [error],
  );
  return error === undefined ? server : delay(20).then(() => occupy(port));
};

describe('what a dead server left behind', () => {
  /** A cluster whose postmaster.pid says that. */
  const withFile = async (text: string): Promise<string> => {
    const folder = await newFolder();
    await (await openEmbedded(folder)).close();
    await writeFile(join(dataOf(folder), 'postmaster.pid'), text);
    return folder;
  };

  test.each([
    ['of a number that another process has now', `${process.pid}\nelsewhere\n1\n5432\n\n127.0.0.1\n\nready   \n`],
    ['of a number that nobody has', `${2 ** 22 - 1}\nelsewhere\n1\n5432\n\n127.0.0.1\n\nready   \n`],
    ['that is empty', ''],
    ['that is cut', `${process.pid}\n`],
  ])('a postmaster.pid %s', async (_, text) => expectRecovery(await withFile(text)));

  test('a port that somebody else has taken since', async () => {
    const folder = await newFolder();
    const holder = new Holder(folder);
    const port = Number(new URL((await holder.opened()).url).port);
    await Promise.all([holder.kill('SIGKILL'), killServer(folder)]);
    const squatter = await occupy(port);
    await expectRecovery(folder);
    squatter.close();
  });
});

describe('what cannot be used is said in one line', () => {
  test('data of another major version', async () => {
    const folder = await newFolder();
    await (await openEmbedded(folder)).close();
    await writeFile(join(dataOf(folder), 'PG_VERSION'), '15\n');
    await expect(openEmbedded(folder)).rejects.toThrow(/^the data in .* is of PostgreSQL 15, this program brings 18$/);
  });

  test('data without its control file', async () => {
    const folder = await newFolder();
    await (await openEmbedded(folder)).close();
    await rm(join(dataOf(folder), 'global', 'pg_control'));
    await expect(openEmbedded(folder)).rejects.toThrow(/did not start: .*could not open file ".*pg_control"/);
  });

  test('a folder that is none', async () => {
    const file = join(await newFolder(), 'file');
    await writeFile(file, '');
    await expect(openEmbedded(file)).rejects.toThrow(/^cannot (use|lock) /);
  });

  test('a folder of that name that holds no database', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'postgres'));
    await expect(openEmbedded(folder)).rejects.toThrow(/is not an embedded database that we can read/);
  });
});
