import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../../errors.js';
import { run } from './run.js';

/** What a server says of itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** "ready", "starting", "stopping" …; empty while it has not said so yet. */
  readonly status: string;
}

/** `nobody`: no server of this folder runs. `remnant`: nor does it, but its file would keep another from starting. */
export type Running = Postmaster | 'nobody' | 'remnant';

const readIfThere = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // Gone between one look and the next.
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/** Whether that process is a server of this folder, and not one that got its number since. */
const serves = async (pid: number, data: string): Promise<boolean> => {
  if (process.platform === 'linux')
    return (await readIfThere(`/proc/${pid}/cmdline`))?.includes(`\0-D\0${data}\0`) ?? false;
  return (await run({ file: 'ps', args: ['-o', 'args=', '-p', String(pid)], as: {} })).stdout.includes(`-D ${data}`);
};

/**
 * Looks for the server of a data folder by the file that it keeps there: process, folder, start, port, sockets, address,
 * shared memory and status, a line each.
 */
export async function findPostmaster(data: string): Promise<Running> {
  const text = await readIfThere(join(data, 'postmaster.pid'));
  if (text === null) return 'nobody';
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  // Killed while writing it.
  if (!Number.isInteger(pid) || pid <= 0) return 'remnant';
  if (!isAlive(pid)) return 'nobody';
  if (!(await serves(pid, data))) return 'remnant';
  return { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? '' };
}
