import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPostmaster } from '../../src/database/embedded/postmaster.js';
import { killAll } from './run.js';

const folders: string[] = [];

/** A folder in which gongkai was never started. */
export const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-cli-'));
  folders.push(folder);
  return folder;
};

/** Whether the embedded server of such a folder runs. */
export const databaseRuns = async (folder: string): Promise<boolean> =>
  typeof (await findPostmaster(join(folder, 'data', 'postgres', 'data'))) === 'object';

export const removeFolders = async (): Promise<void> => {
  await killAll();
  for (const folder of folders) {
    const server = await findPostmaster(join(folder, 'data', 'postgres', 'data'));
    if (typeof server === 'object') process.kill(server.pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
};

/** A report that comes with the program. */
export const SAMPLE = resolve('data/samples/nanyang-general-office-2020.txt');

/** Asks the API. */
export const ask = async (url: string, query: string): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
};
