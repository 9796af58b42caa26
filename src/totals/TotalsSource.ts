import type { DisclosureCode } from '../catalog/disclosures.js';
import type { Disposition } from '../catalog/dispositions.js';
import type { Scope } from '../catalog/forms.js';
import type { Indicator } from '../catalog/indicators.js';
import type { ReviewTrack } from '../catalog/reviews.js';
import type { GroupRow } from '../queries/totals/groupRows.js';
import type { RankedRow, RankingAsked } from '../queries/totals/RankedRow.js';
import type { Rootless } from '../queries/totals/selection.js';
import type { TotalsQuestion, TotalsRoot } from './TotalsQuestion.js';

/** What is added up: a section of the reports or rates of them, by which codes, as what kind of number. */
export interface TotalKinds {
  readonly applications: { readonly code: Disposition; readonly sum: number };
  readonly disclosures: { readonly code: DisclosureCode; readonly sum: string };
  readonly reviews: { readonly code: ReviewTrack; readonly sum: number };
  readonly indicators: { readonly code: Indicator; readonly sum: number };
}
export type TotalKind = keyof TotalKinds;
export type TotalRow<Kind extends TotalKind> = GroupRow<TotalKinds[Kind]['code'], TotalKinds[Kind]['sum']>;
export type TotalRows<Kind extends TotalKind> = readonly TotalRow<Kind>[];
export type QuestionOf<Kind extends TotalKind> = TotalsQuestion<TotalKinds[Kind]['code']>;

/** What may be known at once. */
export type Soon<T> = T | Promise<T>;

/** Which active reports are counted; null = no restriction. */
export interface ReportsCounted extends Pick<Rootless, 'from' | 'to' | 'within'> {
  readonly scope: Scope | null;
}

/** Where the figures of totals come from. */
export interface TotalsSource {
  /** The groups of a question where it stands. */
  groups<Kind extends TotalKind>(kind: Kind, root: TotalsRoot, question: QuestionOf<Kind>): Soon<TotalRows<Kind>>;
  /** A page of a ranking. */
  ranking(asked: RankingAsked): Soon<readonly RankedRow[]>;
  /** How many active reports there are in a place, where that is in memory; null: they have to be counted. */
  reports(root: TotalsRoot, wanted: ReportsCounted): number | null;
}

/** Goes on with a value: at once where it is known. */
export const whenKnown = <T, R>(value: Soon<T>, use: (known: T) => R): Soon<R> =>
  value instanceof Promise ? value.then((known) => use(known)) : use(value);
