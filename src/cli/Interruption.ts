import { once } from 'node:events';
import { log } from '../log.js';

/** What the exit code of an interrupted program is made from: 128 and the number of the signal. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof SIGNALS;

/** Two of one kind within so many ms are one: npm hands on what the terminal sends to all. */
const ECHO = 500;

/**
 * The wish of whoever runs the program that it end: SIGINT (Ctrl-C), SIGTERM, or SIGHUP of a terminal that is closed. A second
 * signal ends it on the spot.
 */
export class Interruption {
  /** Of the verb that is under way. */
  static #current: Interruption | null = null;
  readonly #controller = new AbortController();
  #first: { name: Signal; at: number } | null = null;

  constructor() {
    Interruption.#current = this;
    for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(name, () => this.#take(name));
  }

  /** Whether a verb under way does something about it. */
  static get isAwaited(): boolean {
    return Interruption.#current !== null;
  }

  /** Nobody can be told any more: what is under way is ended in order, where nothing is the program, with this code. */
  static loseOutput(exitCode: number): void {
    if (Interruption.#current === null) process.exit(exitCode);
    // It may be told of the last line when all else is done.
    process.on('exit', () => (process.exitCode = exitCode));
    Interruption.#current.#controller.abort();
  }

  /** Aborted by the first signal, or when nobody can be told any more. */
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
