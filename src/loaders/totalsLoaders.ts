import type { DataSource } from 'typeorm';
import type { Cube } from '../cube/Cube.js';
import { applicationTotals } from '../queries/totals/applicationTotals.js';
import { disclosureTotals } from '../queries/totals/disclosureTotals.js';
import type { GroupRow, GroupsAsked } from '../queries/totals/groupRows.js';
import { indicatorTotals } from '../queries/totals/indicatorTotals.js';
import { ranking } from '../queries/totals/ranking.js';
import { reviewTotals } from '../queries/totals/reviewTotals.js';
import type { PlacedQuestion } from '../totals/TotalsQuestion.js';
import type { TotalKind, TotalKinds, TotalsSource } from '../totals/TotalsSource.js';
import { type Asked, rowsByRoot } from './batch.js';
import { rootsOf } from './rootsOf.js';

type Fetch<Code extends string, Sum> = (asked: GroupsAsked<Code>) => Promise<GroupRow<Code, Sum>[]>;

/** Groups of totals by root: the same question in fifty divisions is one statement. */
const byRoot = <Code extends string, Sum>(fetch: Fetch<Code, Sum>) =>
  rowsByRoot(
    (keys: readonly (string | null)[], { of, selection, codes, page }: PlacedQuestion<Code>) =>
      fetch({ selection: { ...selection, roots: rootsOf(of, keys) }, codes, page }),
    ({ root }: GroupRow<Code, Sum>) => root,
  );

interface Loader<Kind extends TotalKind> {
  load(
    asked: Asked<string | null, PlacedQuestion<TotalKinds[Kind]['code']>>,
  ): Promise<readonly GroupRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>[]>;
}

/**
 * Totals of one request: the same question asked in many places is one.
 * @param cube answers what it can; null: all is asked of the database
 */
export function totalsLoaders(db: DataSource, cube: Cube | null): TotalsSource {
  const loaders: { readonly [Kind in TotalKind]: Loader<Kind> } = {
    applications: byRoot(async (asked) => cube?.groups('applications', asked) ?? applicationTotals(db, asked)),
    disclosures: byRoot(async (asked) => cube?.groups('disclosures', asked) ?? disclosureTotals(db, asked)),
    reviews: byRoot(async (asked) => cube?.groups('reviews', asked) ?? reviewTotals(db, asked)),
    indicators: byRoot(async (asked) => cube?.groups('indicators', asked) ?? indicatorTotals(db, asked)),
  };
  return {
    groups: (kind, { of, key }, question) => {
      const loader: Loader<typeof kind> = loaders[kind];
      return loader.load({ root: key, question: { of, ...question } });
    },
    reports: (root, wanted) => cube?.reports(root, wanted) ?? null,
    ranking: (asked) => cube?.ranking(asked) ?? ranking(db, asked),
  };
}
