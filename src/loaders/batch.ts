import DataLoader from 'dataloader';
import { groupBy } from '../groupBy.js';

/** A loader of a list a key: rows keep the order in which they come, an empty list where there is none. */
export const manyEach = <Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, readonly Row[]> =>
  new DataLoader(async (keys) => {
    const rows = groupBy(await fetch(keys), keyOf);
    return keys.map((key) => rows.get(key) ?? []);
  });

/** A loader of one row a key: rows come in any order, null where there is none. */
export const oneEach = <Key, Row>(
  fetch: (keys: readonly Key[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> =>
  new DataLoader(async (keys) => {
    const rows = groupBy(await fetch(keys), keyOf);
    return keys.map((key) => rows.get(key)?.[0] ?? null);
  });

/** A question that is asked in several places of one query. */
export interface Asked<Root, Question> {
  readonly root: Root;
  readonly question: Question;
}

/**
 * A loader of rows by question and root: one fetch for each different question, whatever the number of roots. Questions do
 * not wait for each other: what is in memory is read before it changes.
 */
export function rowsByRoot<Root, Question, Row>(
  fetch: (roots: readonly Root[], question: Question) => Promise<readonly Row[]>,
  rootOf: (row: Row) => Root,
): { load(asked: Asked<Root, Question>): Promise<readonly Row[]> } {
  const loaders = new Map<string, DataLoader<Asked<Root, Question>, readonly Row[], Root>>();
  const loaderOf = (question: Question): DataLoader<Asked<Root, Question>, readonly Row[], Root> =>
    new DataLoader<Asked<Root, Question>, readonly Row[], Root>(
      async (asked) => {
        const roots = asked.map(({ root }) => root);
        const rows = groupBy(await fetch(roots, question), rootOf);
        return roots.map((root) => rows.get(root) ?? []);
      },
      { cacheKeyFn: ({ root }) => root },
    );
  return {
    load: (asked) => {
      const text = JSON.stringify(asked.question);
      const loader = loaders.get(text) ?? loaderOf(asked.question);
      loaders.set(text, loader);
      return loader.load(asked);
    },
  };
}
