import DataLoader from 'dataloader';

const groupBy = <Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): ReadonlyMap<Key, readonly Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};

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

/** A loader of rows by question and root: one fetch for each different question, whatever the number of roots. */
export const rowsByRoot = <Root, Question, Row>(
  fetch: (roots: readonly Root[], question: Question) => Promise<readonly Row[]>,
  rootOf: (row: Row) => Root,
): DataLoader<Asked<Root, Question>, readonly Row[], string> =>
  new DataLoader<Asked<Root, Question>, readonly Row[], string>(
    async (asked) => {
      const questions = [...groupBy(asked, ({ question }) => JSON.stringify(question))];
      const answers = new Map(
        await Promise.all(
          questions.map(async ([text, places]) => {
            const question = (places[0] as Asked<Root, Question>).question;
            const rows = await fetch(
              places.map(({ root }) => root),
              question,
            );
            return [text, groupBy(rows, rootOf)] as const;
          }),
        ),
      );
      return asked.map(({ root, question }) => answers.get(JSON.stringify(question))?.get(root) ?? []);
    },
    { cacheKeyFn: (asked) => JSON.stringify(asked) },
  );
