import { setTimeout as sleep } from 'node:timers/promises';

/** In ms. */
const LONGEST_INTERVAL = 60_000;

/** Keeps the requests to each host apart, so that no site is troubled. */
export class HostPace {
  readonly #next = new Map<string, number>();
  /** Least time between two requests to hosts that ask for more than others (ms). */
  readonly #intervals = new Map<string, number>();

  /** @param interval least time between two requests to one host (ms) */
  constructor(private readonly interval: number) {}

  /** Until a request to that host is in order. */
  async turn(host: string, signal?: AbortSignal): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, at + (this.#intervals.get(host) ?? this.interval));
    if (at > now) await sleep(at - now, undefined, signal === undefined ? {} : { signal });
  }

  /** The host asks for more time between two requests, of which it gets a minute at most. */
  slowDown(host: string, milliseconds: number): void {
    this.#intervals.set(host, Math.min(LONGEST_INTERVAL, Math.max(this.interval, milliseconds)));
  }

  /** The host asked for rest. */
  rest(host: string, milliseconds: number): void {
    this.#next.set(host, Math.max(this.#next.get(host) ?? 0, Date.now() + milliseconds));
  }
}
