import { readdir, readFile, readlink } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../harness/createTestDatabase.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Inodes of the sockets of this process. */
const sockets = async (): Promise<Set<string>> => {
  const fds = await readdir('/proc/self/fd');
  const targets = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return new Set(targets.map((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? ''));
};

/** By proc(5): remote address, state (1: open), timer (2: asks whether the other side is there), inode. */
const parse = (line: string) => {
  const [, , remote, state, , timer, , , , inode] = line.trim().split(/\s+/);
  return { port: Number.parseInt(remote?.split(':')[1] ?? '', 16), state, timer: timer?.slice(0, 2), inode };
};

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'a connection asks whether the database is still there, so that nobody waits for a machine that is gone',
  async () => {
    await database.dataSource.query('select 1');
    const own = await sockets();
    const port = Number(new URL(database.url).port);
    const lines = (await readFile('/proc/net/tcp', 'utf8')).split('\n').slice(1).map(parse);
    const open = lines.filter((line) => line.port === port && line.state === '01' && own.has(line.inode ?? ''));
    expect(open.map(({ timer }) => timer)).toContain('02');
  },
);
