import type DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { GroupRow, GroupsAsked } from '../queries/totals/groups.js';
import type { Roots } from '../queries/totals/selection.js';
import type { PlacedQuestion } from '../totals/TotalsQuestion.js';
import { type Asked, rowsByRoot } from './batch.js';

/** Roots of one kind come together: a question stands either in divisions, or in agencies, or at the root of the query. */
export const rootsOf = (of: Roots['of'], keys: readonly (string | null)[]): Roots => {
  const codes = keys.flatMap((key) => key ?? []);
  if (of === 'ALL') return { of };
  return of === 'DIVISION' ? { of, codes } : { of, ids: codes.map(Number) };
};

export type TotalsLoader<Code extends string, Sum> = DataLoader<
  Asked<string | null, PlacedQuestion<Code>>,
  readonly GroupRow<Code, Sum>[],
  string
>;

/** Groups of totals by root: the same question in fifty divisions is one statement. */
export const totalsLoader = <Code extends string, Sum>(
  db: DataSource,
  fetch: (db: DataSource, asked: GroupsAsked<Code>) => Promise<GroupRow<Code, Sum>[]>,
): TotalsLoader<Code, Sum> =>
  rowsByRoot(
    (keys: readonly (string | null)[], { of, selection, codes, page }: PlacedQuestion<Code>) =>
      fetch(db, { selection: { ...selection, roots: rootsOf(of, keys) }, codes, page }),
    ({ root }: GroupRow<Code, Sum>) => root,
  );
