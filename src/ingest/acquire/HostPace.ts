import { setTimeout as sleep } from 'node:timers/promises';

/** In ms. */
const LONGEST_INTERVAL = 60_000;

/** Keeps the requests to each host apart, so that no site is troubled. */
export class HostPace {
  /** When the last request to each host was or will be in order. */
  readonly #last = new Map<string, number>();
  /** Least time between two requests to hosts that ask for more than others (ms). */
  readonly #intervals = new Map<string, number>();
  /** Until when a host asked to be left alone. */
  readonly #rests = new Map<string, number>();

  /** @param interval least time between two requests to one host (ms) */
  constructor(private readonly interval: number) {}

  /** Until a request to that host is in order. */
  async turn(host: string, signal?: AbortSignal): Promise<void> {
    const now = Date.now();
    const last = this.#last.get(host);
    const due = last === undefined ? now : last + (this.#intervals.get(host) ?? this.interval);
    const at = Math.max(now, due, this.#rests.get(host) ?? 0);
    this.#last.set(host, at);
    if (at > now) await sleep(at - now, undefined, signal === undefined ? {} : { signal });
  }

  /** The host asks for more time between two requests, of which it gets a minute at most; also before the next one. */
  slowDown(host: string, milliseconds: number): void {
    this.#intervals.set(host, Math.min(LONGEST_INTERVAL, Math.max(this.interval, milliseconds)));
  }

  /** The host asked for rest. */
  rest(host: string, milliseconds: number): void {
    this.#rests.set(host, Math.max(this.#rests.get(host) ?? 0, Date.now() + milliseconds));
  }
}
