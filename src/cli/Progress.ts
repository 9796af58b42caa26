import { log } from '../log.js';

/** How often the line on the terminal is drawn anew, and how often a line is logged where there is none (ms). */
const DRAW = 200;
const LOG = 10_000;

const CLEAR = '\r\u001b[K';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const inWords = (seconds: number): string => {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
};

/** How far a long piece of work has come: one line that changes on a terminal, plain lines of the log otherwise. */
export class Progress {
  readonly #start = performance.now();
  readonly #timer: NodeJS.Timeout;
  readonly #drawn: boolean;
  #done = 0;
  #total: number | null = null;

  constructor(private readonly terminal: Terminal = process.stderr) {
    this.#drawn = terminal.isTTY === true;
    this.#timer = setInterval(() => (this.#drawn ? this.#draw() : this.#log()), this.#drawn ? DRAW : LOG).unref();
  }

  /** How many there are, as far as one can see without opening archives. */
  set total(total: number) {
    this.#total = total;
  }

  /** One more is done; `tell` says on stdout what became of it, which may be the same terminal. */
  step(tell: () => void): void {
    this.#done += 1;
    if (this.#drawn) this.terminal.write(CLEAR);
    tell();
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#drawn) this.terminal.write(CLEAR);
  }

  /** Documents a second so far, and seconds left; null while the total is not known, or exceeded by archives' members. */
  get #pace(): { readonly rate: number; readonly left: number | null } {
    const rate = this.#done / Math.max((performance.now() - this.#start) / 1000, 0.001);
    const left =
      this.#total === null || this.#total < this.#done || rate === 0 ? null : (this.#total - this.#done) / rate;
    return { rate, left };
  }

  #draw(): void {
    const { rate, left } = this.#pace;
    const of = left === null ? '' : ` of ${this.#total}`;
    const rest = left === null ? '' : `, ${inWords(left)} left`;
    this.terminal.write(`${CLEAR}${this.#done}${of} documents, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${rest}`);
  }

  #log(): void {
    const { rate, left } = this.#pace;
    log.info('ingest.progress', {
      done: this.#done,
      ...(left === null ? {} : { total: this.#total, secondsLeft: Math.ceil(left) }),
      perSecond: Number(rate.toFixed(1)),
    });
  }
}
