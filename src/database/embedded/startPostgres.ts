import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedDatabaseError } from '../../errors.js';
import type { Cluster } from './Cluster.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { reasonIn } from './reasonIn.js';

export const HOST = '127.0.0.1';

/** Settings of the server, by their names in PostgreSQL. */
export type Settings = Readonly<Record<string, string>>;

/** A server that has to redo its log after a kill may take long (ms). */
const PATIENCE = 120_000;
const STEP = 10;

/** Asks for a port; somebody may take it before PostgreSQL does, then it is asked for again. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
};

/** In a session of its own and with its own log, so that neither Ctrl-C nor the end of this process reaches it. */
const launch = async (cluster: Cluster, port: number, settings: Settings): Promise<ChildProcess> => {
  const { account, binaries, data, home } = cluster;
  const all: Settings = { lc_messages: 'C', unix_socket_directories: '', listen_addresses: HOST, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, as } = account.command(binaries.postgres, ['-D', data, '-p', String(port), ...options]);
  const output = await open(cluster.log, 'w', 0o600);
  try {
    if (account.owner !== null) await chown(cluster.log, account.owner.uid, account.owner.gid);
    const child = spawn(file, args, {
      ...as,
      cwd: home,
      env: { TZ: 'UTC', LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await once(child, 'spawn');
    child.unref();
    return child;
  } finally {
    await output.close();
  }
};

/** Until the server takes connections, or its process is gone (null). */
const whenReady = async (child: ChildProcess, data: string): Promise<Postmaster | null> => {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await delay(STEP)) {
    if (child.exitCode !== null || child.signalCode !== null) return null;
    const running = await findPostmaster(data);
    if (typeof running === 'object' && running.pid === child.pid && running.status === 'ready') return running;
  }
  return null;
};

/** Refusals that pass: the port is taken, or the last children of a killed server still hold its memory. */
const PASSING = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/;

const NO_SPACE = /No space left on device|quota exceeded/i;

/** For how long they are waited for (ms). */
const BUSY = 30_000;

/**
 * Starts the server of a cluster on the loopback and waits until it takes connections. To be called under the lock,
 * when none runs.
 * @param port the only one that will do, waited for while it is taken; null: any that is free
 * @throws EmbeddedDatabaseError with what the server said
 */
export async function startPostgres(cluster: Cluster, settings: Settings, port: number | null): Promise<Postmaster> {
  let said = '';
  for (const end = Date.now() + BUSY; Date.now() < end; await delay(200)) {
    if ((await findPostmaster(cluster.data)) === 'remnant') await rm(join(cluster.data, 'postmaster.pid'));
    const child = await launch(cluster, port ?? (await freePort()), settings);
    const ready = await whenReady(child, cluster.data);
    if (ready !== null) return ready;
    said = await readFile(cluster.log, 'utf8');
    if (!PASSING.test(said)) break;
  }
  const reason = reasonIn(said);
  throw new EmbeddedDatabaseError(
    `the embedded PostgreSQL did not start: ${reason}`,
    NO_SPACE.test(reason)
      ? `Free some space for ${cluster.home}: what is stored is kept.`
      : `See ${cluster.log}; set GONGKAI_DATA to another folder to begin afresh.`,
  );
}
