import type { Window } from './orderedMap.js';

/** When a batch is handed on: by number, by weight, or when its first item has waited so long (ms). */
export interface BatchLimits<Item> extends Window<Item> {
  readonly wait: number;
}

/** Gathers items in their order; a batch is never empty, and what has come is not held back for what is slow to come. */
export async function* inBatches<Item>(
  source: AsyncIterable<Item>,
  { count, weight = Infinity, weigh = () => 0, wait }: BatchLimits<Item>,
): AsyncGenerator<Item[]> {
  const items = source[Symbol.asyncIterator]();
  let next = items.next();
  next.catch(() => undefined);
  try {
    for (;;) {
      const first = await next;
      if (first.done === true) return;
      const batch = [first.value];
      let held = weigh(first.value);
      next = items.next();
      next.catch(() => undefined);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, wait, null)));
      while (batch.length < count && held < weight) {
        // A failure of the source is told when the batch before it has been dealt with.
        const come = await Promise.race([next, late]).catch(() => null);
        if (come === null || come.done === true) break;
        batch.push(come.value);
        held += weigh(come.value);
        next = items.next();
        next.catch(() => undefined);
      }
      clearTimeout(timer);
      yield batch;
    }
  } finally {
    await items.return?.();
  }
}
