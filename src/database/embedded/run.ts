import { spawn } from 'node:child_process';
import type { Command } from './account.js';

/** What became of a program: its exit code (null where it could not run or died by a signal) and what it wrote. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end, in a session of its own, so that Ctrl-C in the terminal does not reach it, and with hardly
 * any environment. Its failure is told, never thrown.
 */
export const run = ({ file, args, as }: Command, cwd = '/'): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      ...as,
      cwd,
      env: { TZ: 'UTC', LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', ({ message }) => resolve({ code: null, stdout, stderr: message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
