import type { ColumnCoverage } from '../queries/totals/groupRows.js';
import type { Slice } from './Slice.js';

/** The figures of one code in any slice of the cube. */
export interface Figures<Sum> {
  /** null where no report printed one. */
  sum(slice: Slice, column: number): Sum | null;
  /** What is compared with the year before: the sum of the last column; of rates nothing is. */
  total(slice: Slice): Sum | null;
  coverage(slice: Slice, column: number): ColumnCoverage;
  /** Sum of all columns but the last, over the reports that print at least one of them. */
  sumOfParts(slice: Slice): number | null;
  /** Reports that print all columns and whose parts do not add up to the last. */
  disagreeing(slice: Slice): number;
}
