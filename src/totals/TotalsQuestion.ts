import type { Page } from '../queries/totals/page.js';
import type { Rootless, Roots } from '../queries/totals/selection.js';

/** A question about totals, checked, wherever it stands. */
export interface TotalsQuestion<Code extends string> {
  readonly selection: Rootless;
  /** In order of the form. */
  readonly codes: readonly Code[];
  readonly page: Page;
}

/** Where a field of totals or reports stands: at the root of the query, in a division or in an agency. */
export interface TotalsRoot {
  readonly of: Roots['of'];
  /** Code or id; null at the root of the query. */
  readonly key: string | null;
}

/** The root of the query. */
export const EVERYWHERE: TotalsRoot = { of: 'ALL', key: null };

/** A question, and the kind of places it stands in. */
export type PlacedQuestion<Code extends string> = TotalsQuestion<Code> & Pick<TotalsRoot, 'of'>;
