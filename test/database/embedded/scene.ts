import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostmaster, type Postmaster } from '../../../src/database/embedded/postmaster.js';

/** Folders made by this test file. */
const folders: string[] = [];

/** A new data folder; as root one that only root can enter. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-embedded-'));
  folders.push(folder);
  return folder;
};

export const dataOf = (folder: string): string => join(folder, 'postgres', 'data');

/** The running server of a folder; null if none runs. */
export const serverOf = async (folder: string): Promise<Postmaster | null> => {
  const found = await findPostmaster(dataOf(folder));
  return typeof found === 'string' ? null : found;
};

/** Ends a server without giving it a chance, and waits until it is gone. */
export const killServer = async (folder: string): Promise<void> => {
  const server = await serverOf(folder);
  if (server === null) return;
  process.kill(server.pid, 'SIGKILL');
  while ((await serverOf(folder)) !== null) await new Promise((resolve) => setTimeout(resolve, 10));
};

export const removeFolders = async (): Promise<void> => {
  await Promise.all(
    folders.map(async (folder) => {
      await killServer(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }),
  );
};

/** Sends one statement over a connection of its own, under another name unless the address has one. */
export const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** Whether anybody listens there. */
export const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ host, port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
