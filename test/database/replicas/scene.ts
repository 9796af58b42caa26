import { execFile } from 'node:child_process';
import { chown, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { USER } from '../../../src/database/embedded/Cluster.js';
import { findCluster } from '../../../src/database/embedded/findCluster.js';
import { findPostmaster } from '../../../src/database/embedded/postmaster.js';
import { HOST, type Settings, startPostgres } from '../../../src/database/embedded/startPostgres.js';

/** Nothing in it is worth an fsync. */
const FAST = { fsync: 'off', full_page_writes: 'off', shared_buffers: '16MB', max_connections: '40' };

const copy = promisify(execFile);

export const ask = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'gongkai-replica-'));

/** Starts the PostgreSQL of a folder; makes it where there is none. @param port null: any */
async function start(folder: string, settings: Settings, port: number | null): Promise<string> {
  const { cluster } = await findCluster(folder);
  const password = (await readFile(cluster.password, 'utf8')).trim();
  const server = await startPostgres(cluster, { ...FAST, ...settings }, port);
  return `postgres://${USER}:${password}@${HOST}:${server.port}/postgres`;
}

export const startPrimary = (folder: string): Promise<string> => start(folder, {}, null);

/** A copy of a running server, as pg_basebackup makes it (which npm's packages lack); it is not started. */
export async function copyServer(url: string, from: string, to: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_backup_start('copy', fast => true)");
  await copy('cp', ['-a', join(from, 'postgres'), join(to, 'postgres')]);
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  await client.end();
  const data = join(to, 'postgres', 'data');
  await rm(join(data, 'postmaster.pid'));
  // As root the server runs as the owner of its data.
  const { uid, gid } = await stat(data);
  const files = { backup_label: rows[0]?.labelfile ?? '', 'standby.signal': '' };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(data, name), text);
    await chown(join(data, name), uid, gid);
  }
}

/** Starts a copy as a standby that follows the primary. @param port null: any */
export function startStandby(primaryUrl: string, folder: string, port: number | null): Promise<string> {
  const { hostname, port: from, username, password } = new URL(primaryUrl);
  const conninfo = `host=${hostname} port=${from} user=${username} password=${password}`;
  return start(folder, { primary_conninfo: conninfo, wal_retrieve_retry_interval: '200ms' }, port);
}

/** Ends a server without giving it a chance. */
export async function killServer(folder: string): Promise<void> {
  const data = join(folder, 'postgres', 'data');
  const server = await findPostmaster(data);
  if (typeof server === 'string') return;
  process.kill(server.pid, 'SIGKILL');
  while (typeof (await findPostmaster(data)) !== 'string') await new Promise((resolve) => setTimeout(resolve, 10));
}

export const removeFolder = async (folder: string): Promise<void> => {
  await killServer(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
};
