import { once } from 'node:events';
import { log } from '../log.js';

/** What the exit code of an interrupted program is made from: 128 and the number of the signal. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

/** Two of one kind within so many ms are one: npm hands on what the terminal sends to all. */
const ECHO = 500;

/** The wish of whoever runs the program that it end: SIGINT (Ctrl-C) or SIGTERM. A second signal ends it on the spot. */
export class Interruption {
  readonly #controller = new AbortController();
  #first: { name: Signal; at: number } | null = null;

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => this.#take(name));
  }

  /** Aborted by the first signal. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Exit code of a program that was cut short; null: it was not. */
  get exitCode(): number | null {
    return this.#first === null ? null : SIGNALS[this.#first.name];
  }

  /** Until the first signal, or until something else goes wrong. */
  async wait(): Promise<void> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
  }

  #take(name: Signal): void {
    const at = Date.now();
    if (this.#first === null) {
      this.#first = { name, at };
      log.info('stopping', { signal: name });
      this.#controller.abort();
    } else if (name !== this.#first.name || at - this.#first.at > ECHO) {
      log.warn('stopped.at.once', { signal: name });
      process.exit(SIGNALS[name]);
    }
  }
}
