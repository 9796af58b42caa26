import autocannon from 'autocannon';
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Contestant, Material } from './contestants.js';

/** How a contestant did with a question. */
export interface Measured {
  readonly contestant: Contestant;
  readonly body: string;
  readonly requestsPerSecond: number;
  /** Processor time of the contestant for each answer (µs): less at the mercy of what else the machine does. */
  readonly work: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Answers that were none. */
  readonly errors: number;
}

export interface Load {
  readonly query: string;
  readonly connections: number;
  readonly seconds: number;
}

const load = (url: string, { query, connections }: Load, seconds: number): Promise<autocannon.Result> =>
  autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    connections,
    duration: seconds,
  });

/** A contestant in a process of its own. */
class Child {
  readonly #process: ChildProcess;
  constructor(contestant: Contestant, material: Material) {
    this.#process = fork(fileURLToPath(new URL('contestant.js', import.meta.url)), {
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#process.on('message', (said) => void (said === 'ready' && this.#process.send({ contestant, material })));
  }

  /** Until it says so. */
  says(key: 'url' | 'cpu'): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#process.once('exit', (code) => reject(new Error(`a contestant ended with ${code}`)));
      this.#process.on('message', (said: object | string) => {
        if (typeof said === 'object' && key in said) resolve(Reflect.get(said, key));
      });
    });
  }

  /** Microseconds of all its threads since it began. */
  async worked(): Promise<number> {
    const cpu = this.says('cpu');
    this.#process.send('cpu');
    return Number(await cpu);
  }

  end(): void {
    this.#process.removeAllListeners('exit');
    this.#process.disconnect();
  }
}

/** Runs one contestant under load, after a third of the time to warm up. */
export async function measure(contestant: Contestant, material: Material, asked: Load): Promise<Measured> {
  const child = new Child(contestant, material);
  try {
    const url = String(await child.says('url'));
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: asked.query }),
    });
    const body = await response.text();
    await load(url, asked, Math.max(1, asked.seconds / 3));
    const before = await child.worked();
    const { requests, latency, errors, non2xx, timeouts } = await load(url, asked, asked.seconds);
    return {
      contestant,
      body,
      requestsPerSecond: requests.average,
      work: ((await child.worked()) - before) / Math.max(1, requests.total),
      p50: latency.p50,
      p99: latency.p99,
      errors: errors + non2xx + timeouts,
    };
  } finally {
    child.end();
  }
}
