/**
 * Looks ahead.
 * @returns whether there are at most `count` items, and all items from the first on
 */
export async function peek<Item>(
  source: AsyncGenerator<Item>,
  count: number,
): Promise<{ readonly few: boolean; readonly items: AsyncGenerator<Item> }> {
  const head: Item[] = [];
  let few = false;
  while (head.length <= count) {
    const next = await source.next();
    if (next.done === true) {
      few = true;
      break;
    }
    head.push(next.value);
  }
  return { few, items: chain(head, source) };
}

async function* chain<Item>(head: Item[], rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    for (let item = head.shift(); item !== undefined; item = head.shift()) yield item;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
