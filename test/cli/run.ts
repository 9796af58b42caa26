import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { codeOf } from '../../src/errors.js';

const CLI = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

/** How a command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Settings = Readonly<Record<string, string>>;

const started: Running[] = [];

/** Ends what a failed test left running. */
export const killAll = async (): Promise<void> => {
  for (const running of started) running.kill();
  await Promise.all(started.map((running) => running.ended));
};

/** A command line at work, in a process group of its own as in a terminal. */
export class Running {
  readonly #child: ChildProcess;
  readonly ended: Promise<Ended>;
  stdout = '';
  stderr = '';

  constructor(args: readonly string[], settings: Settings, folder: string) {
    const { PATH = '' } = process.env;
    this.#child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { PATH, GONGKAI_DATA: 'data', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    started.push(this);
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = once(this.#child, 'close').then(([code]: unknown[]) => ({
      code: typeof code === 'number' ? code : null,
      stdout: this.stdout,
      stderr: this.stderr,
    }));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Until its stdout or stderr says so. @throws Error if it ends before */
  async says(expected: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = expected.exec(this.stdout) ?? expected.exec(this.stderr);
      if (found !== null) return found;
      if (this.#child.exitCode !== null || this.#child.signalCode !== null)
        throw new Error(`ended with ${this.#child.exitCode}: ${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** As Ctrl-C in the terminal does: to the whole group. It may have ended by then. */
  signal(name: NodeJS.Signals): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, name);
    } catch (error) {
      // Of another realm than the test's: it is no instance of its Error.
      if (codeOf(error) !== 'ESRCH') throw error;
    }
  }
}

/** Runs the command line in a folder, with these settings and no others. */
export const run = (args: readonly string[], settings: Settings, folder: string): Promise<Ended> =>
  new Running(args, settings, folder).ended;
