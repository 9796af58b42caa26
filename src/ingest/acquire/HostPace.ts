import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps the requests to each host apart, so that no site is troubled. */
export class HostPace {
  readonly #next = new Map<string, number>();

  /** @param interval least time between two requests to one host (ms) */
  constructor(private readonly interval: number) {}

  /** Until a request to that host is in order. */
  async turn(host: string, signal?: AbortSignal): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.#next.get(host) ?? 0);
    this.#next.set(host, at + this.interval);
    if (at > now) await sleep(at - now, undefined, signal === undefined ? {} : { signal });
  }

  /** The host asked for rest. */
  rest(host: string, milliseconds: number): void {
    this.#next.set(host, Math.max(this.#next.get(host) ?? 0, Date.now() + milliseconds));
  }
}
