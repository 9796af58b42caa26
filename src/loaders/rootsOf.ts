import type { Roots } from '../queries/totals/selection.js';

/** Roots of one kind come together: a question stands either in divisions, or in agencies, or at the root of the query. */
export const rootsOf = (of: Roots['of'], keys: readonly (string | null)[]): Roots => {
  const codes = keys.flatMap((key) => key ?? []);
  if (of === 'ALL') return { of };
  return of === 'DIVISION' ? { of, codes } : { of, ids: codes.map(Number) };
};
