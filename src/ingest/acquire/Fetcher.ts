import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { Agent } from 'undici';
import type { Source } from '../types.js';
import { checkDeclared } from './checkDeclared.js';
import { HostPace } from './HostPace.js';
import { publicLookup } from './publicLookup.js';
import { request } from './request.js';
import { Robots } from './Robots.js';
import { sourceOf } from './sourceOf.js';
import { TimeBudget } from './TimeBudget.js';
import { Transient } from './Transient.js';

/** How patient and how polite a fetcher is. Times in ms. */
export interface FetchTiming {
  /** Until a connection stands. */
  readonly connect: number;
  /** Until the answer begins, and between two pieces of it. */
  readonly idle: number;
  /** For one attempt as a whole; without what it waits for its turns. */
  readonly total: number;
  /** Least time between two requests to one host. */
  readonly interval: number;
  /** Attempts after the first. */
  readonly retries: number;
  /** Before the first of them; twice as long before each further one, and up to a quarter more by chance. */
  readonly backOff: number;
  /** A host that asks for more rest than this is given up. */
  readonly longestRest: number;
}

const TIMING: FetchTiming = {
  connect: 10_000,
  idle: 30_000,
  total: 300_000,
  interval: 500,
  retries: 3,
  backOff: 1000,
  longestRest: 60_000,
};

/** Requests under way at a time, to all hosts together. */
const CONCURRENT = 8;

export interface FetcherOptions {
  /** Also fetches from private, loopback and link-local addresses. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
  readonly timing?: Partial<FetchTiming>;
}

/** Fetches documents from the web: politely, within limits, and from nowhere that only we can reach. */
export class Fetcher {
  readonly #timing: FetchTiming;
  readonly #allowPrivate: boolean;
  readonly #signal: AbortSignal | undefined;
  readonly #agent: Agent;
  readonly #pace: HostPace;
  readonly #robots = new Robots();
  readonly #slot = pLimit(CONCURRENT);

  constructor({ allowPrivate = false, signal, timing = {} }: FetcherOptions = {}) {
    this.#timing = { ...TIMING, ...timing };
    this.#allowPrivate = allowPrivate;
    this.#signal = signal;
    const { connect, idle, interval } = this.#timing;
    this.#pace = new HostPace(interval);
    this.#agent = new Agent({
      connect: { timeout: connect, ...(allowPrivate ? {} : { lookup: publicLookup }) },
      headersTimeout: idle,
      bodyTimeout: idle,
    });
  }

  /**
   * The document at an address, tried again where it may help; its `url` is where redirects led.
   * @throws Refusal UNREADABLE, LIMIT_EXCEEDED, UNSUPPORTED_MEDIA
   */
  async fetch(address: string): Promise<Source> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#slot(() => this.#once(address));
      } catch (error) {
        if (!(error instanceof Transient)) throw error;
        const backOff = this.#timing.backOff * 2 ** attempt * (1 + Math.random() / 4);
        const rest = Math.max(backOff, error.rest);
        if (attempt >= this.#timing.retries || rest > this.#timing.longestRest) throw error.refusal;
        this.#pace.rest(error.host, error.rest);
        await sleep(rest, undefined, this.#signal === undefined ? {} : { signal: this.#signal });
      }
    }
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #once(address: string): Promise<Source> {
    const { bytes, url, fileName, declaredType } = await request(address, {
      agent: this.#agent,
      pace: this.#pace,
      allowPrivate: this.#allowPrivate,
      robots: this.#robots,
      time: new TimeBudget(this.#timing.total, this.#signal),
    });
    await checkDeclared(bytes, fileName, declaredType);
    return sourceOf(bytes, { fileName, url, declaredType, retrievedAt: new Date() });
  }
}
