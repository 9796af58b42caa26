import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { log } from '../log.js';
import type { Server } from '../server.js';
import { closeUntaken } from './closeUntaken.js';
import type { ServerSettings } from './openServer.js';

/** What a worker says: that it listens to its parent, and, told its settings, where it answers or why it cannot. */
export type WorkerSays = 'ready' | { readonly url: string } | { readonly fault: string; readonly code: string | null };

/** Wait before a worker that ended is replaced (ms), so that one that cannot live does not take the machine. */
const RESPAWN_MS = 1_000;
/** A worker that has not started after this (ms) never will. */
const START_MS = 60_000;
/** Time for the answers under way when a worker is to stop (ms). */
const STOP_MS = 35_000;

/** Where a worker answers, once it does. @throws what keeps it from that */
async function started(worker: Worker, settings: ServerSettings): Promise<string> {
  const timer = setTimeout(() => worker.process.kill('SIGKILL'), START_MS);
  const said = await new Promise<Exclude<WorkerSays, 'ready'>>((resolve) => {
    worker.once('exit', () => resolve({ fault: 'a worker ended while it started', code: null }));
    worker.on('message', (said: WorkerSays) => {
      // What is sent before it listens would be lost.
      if (said === 'ready') worker.send({ ...settings, logLevel: log.level });
      else resolve(said);
    });
  });
  clearTimeout(timer);
  if ('url' in said) return said.url;
  throw Object.assign(new Error(said.fault), said.code === null ? {} : { code: said.code });
}

async function stopWorker(worker: Worker): Promise<void> {
  if (worker.isDead()) return;
  const exited = once(worker, 'exit');
  if (worker.isConnected()) worker.send('stop');
  const timer = setTimeout(() => worker.process.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(timer);
}

class Workers {
  readonly #all = new Set<Worker>();
  readonly #stopping = new AbortController();

  constructor(private readonly settings: ServerSettings) {}

  /** Starts one more. */
  async add(): Promise<string> {
    const worker = cluster.fork();
    closeUntaken(worker);
    this.#all.add(worker);
    worker.once('exit', () => this.#all.delete(worker));
    const url = await started(worker, this.settings);
    worker.once('exit', (code, signal) => {
      if (this.#stopping.signal.aborted) return;
      log.warn('worker.ended', { pid: worker.process.pid, code, signal });
      void this.#replace();
    });
    return url;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#all].map(stopWorker));
  }

  async #replace(): Promise<void> {
    const { signal } = this.#stopping;
    await delay(RESPAWN_MS, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    await this.add().catch((error: unknown) => {
      if (signal.aborted) return undefined;
      log.error('worker.failed', { error });
      return this.#replace();
    });
  }
}

/**
 * Starts processes that answer on one port; one that ends is replaced. They share nothing but the database: each looks for
 * itself whether anything changed.
 * @throws what keeps them from listening
 */
export async function openWorkers(settings: ServerSettings, count: number): Promise<Server> {
  // By the parent, in turn: a few connections that last go to all of them.
  cluster.schedulingPolicy = cluster.SCHED_RR;
  cluster.setupPrimary({ exec: fileURLToPath(new URL('worker.js', import.meta.url)), args: [] });
  const workers = new Workers(settings);
  try {
    // The first takes the port, also where any free one is asked for.
    const url = await workers.add();
    await Promise.all(Array.from({ length: count - 1 }, () => workers.add()));
    log.info('workers.started', { count });
    return { url, stop: () => workers.stop() };
  } catch (error) {
    await workers.stop();
    throw error;
  }
}
