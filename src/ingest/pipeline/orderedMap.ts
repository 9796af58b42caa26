/** How much may be under way or wait to be taken at once. */
export interface Window<Item> {
  readonly count: number;
  /** Sum of weights from which on nothing more is begun; one item may go beyond it. */
  readonly weight?: number;
  readonly weigh?: (item: Item) => number;
}

interface Begun<Out> {
  readonly result: Promise<Out>;
  readonly weight: number;
}

/** Begins work on items as they come, as far as the window allows, whether or not somebody is waiting for the results. */
class Pump<In, Out> {
  readonly begun: Begun<Out>[] = [];
  ended = false;
  #stopped = false;
  #held = 0;
  #wake: () => void = () => undefined;

  constructor(
    private readonly items: AsyncIterator<In>,
    private readonly work: (item: In) => Promise<Out>,
    private readonly window: Window<In>,
  ) {}

  async run(): Promise<void> {
    try {
      for (;;) {
        while (!this.#stopped && this.#isFull()) await this.change();
        if (this.#stopped) break;
        const next = await this.items.next();
        if (next.done === true) break;
        this.#begin(this.work(next.value), this.window.weigh?.(next.value) ?? 0);
      }
    } catch (error) {
      this.#begin(Promise.reject<Out>(error), 0);
    }
    this.ended = true;
    this.#wake();
  }

  /** Until something was begun, taken or stopped. */
  change(): Promise<void> {
    const before = this.#wake;
    return new Promise((resolve) => {
      this.#wake = () => {
        before();
        resolve();
      };
    });
  }

  /** The head of the queue has been dealt with. */
  take(): void {
    this.#held -= this.begun.shift()?.weight ?? 0;
    this.#signal();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#signal();
    await this.items.return?.();
  }

  #isFull(): boolean {
    return this.begun.length >= this.window.count || this.#held >= (this.window.weight ?? Infinity);
  }

  #begin(result: Promise<Out>, weight: number): void {
    // Failures are told when their turn comes.
    result.catch(() => undefined);
    this.begun.push({ result, weight });
    this.#held += weight;
    this.#signal();
  }

  #signal(): void {
    const wake = this.#wake;
    this.#wake = () => undefined;
    wake();
  }
}

/**
 * Does the work for many items at a time and yields the results in the items' order. Never holds more than the window,
 * so that memory stays flat however many items there are.
 * @throws what the source or the work throws, when its turn has come
 */
export async function* orderedMap<In, Out>(
  source: AsyncIterable<In>,
  work: (item: In) => Promise<Out>,
  window: Window<In>,
): AsyncGenerator<Out> {
  const pump = new Pump(source[Symbol.asyncIterator](), work, window);
  void pump.run();
  try {
    for (;;) {
      while (pump.begun.length === 0 && !pump.ended) await pump.change();
      const [head] = pump.begun;
      if (head === undefined) return;
      const result = await head.result;
      pump.take();
      yield result;
    }
  } finally {
    await pump.stop();
  }
}
