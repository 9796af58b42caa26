/** The time that an attempt may take. What it waits for its turns is not spent from it: that is the others' doing. */
export class TimeBudget {
  /** In ms. */
  #left: number;

  /** @param signal of who may give up the attempt at any moment */
  constructor(
    milliseconds: number,
    readonly signal?: AbortSignal,
  ) {
    this.#left = milliseconds;
  }

  /** Does work whose signal is given up with the attempt, or with a TimeoutError when the time is used up. */
  async spend<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const start = performance.now();
    const limit = AbortSignal.timeout(Math.max(0, Math.ceil(this.#left)));
    try {
      return await work(this.signal === undefined ? limit : AbortSignal.any([limit, this.signal]));
    } finally {
      this.#left -= performance.now() - start;
    }
  }
}
