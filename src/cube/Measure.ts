import type { Counter } from './CellStore.js';

/** A fact by its number, a count of reports, or agency-years on the roster. */
export type Part = number | Counter | 'expected';

/** Parts less others: what is asked for together is added up together. Reading one place costs less than reading five. */
export interface Measure {
  readonly of: readonly Part[];
  readonly less: readonly Part[];
}

/** Whether it is of all reports and agencies, whether they are summed or not. */
export const isOfAll = ({ of }: Measure): boolean => of.includes('reports') || of.includes('expected');

/** The parts, each with its sign. */
export const signedParts = ({ of, less }: Measure): readonly (readonly [part: Part, sign: 1 | -1])[] => [
  ...of.map((part) => [part, 1] as const),
  ...less.map((part) => [part, -1] as const),
];
