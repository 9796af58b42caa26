import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const CLI = fileURLToPath(new URL('../src/cli.js', import.meta.url));

/** How an ingest went. */
export interface Run {
  readonly seconds: number;
  /** Most memory that the program had at any time (MiB), the database's apart. */
  readonly peakMiB: number;
  readonly outcomes: Readonly<Record<string, number>>;
  /** Exit code; null where it was killed. */
  readonly code: number | null;
}

/** Resident memory of a process in MiB; 0 when it has ended. */
const memoryOf = async (pid: number): Promise<number> => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '0' }));
  return Number(stdout.trim()) / 1024;
};

/**
 * Runs `gongkai ingest` on a folder as a user does, start and end of the program counted.
 * @param killAt number of outcomes after which it is killed, by SIGKILL
 */
export async function runIngest(dataFolder: string, args: readonly string[], killAt = Infinity): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, 'ingest', '--json', ...args], {
    env: { ...process.env, GONGKAI_DATA: dataFolder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let peakMiB = 0;
  const watch = setInterval(() => {
    if (child.pid !== undefined) void memoryOf(child.pid).then((now) => (peakMiB = Math.max(peakMiB, now)));
  }, 250);
  const outcomes: Record<string, number> = {};
  const closed = once(child, 'close').then(([code]: unknown[]) => (typeof code === 'number' ? code : null));
  let told = 0;
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      told += 1;
      if (told === killAt) child.kill('SIGKILL');
      const { status, reason } = JSON.parse(line) as { status: string; reason: { code: string } | null };
      const name = reason === null ? status : `${status} ${reason.code}`;
      outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    const code = await closed;
    return { seconds: (performance.now() - start) / 1000, peakMiB, outcomes, code };
  } finally {
    clearInterval(watch);
    child.kill('SIGKILL');
  }
}
