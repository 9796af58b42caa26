import type { LooseCell } from '../grid.js';

/** A table in lines of text. */
export interface TextTable {
  readonly rows: readonly (readonly LooseCell[])[];
  /** The first line after it. */
  readonly end: number;
}

export const cellOf = (text: string, rowSpan = 1, columnSpan = 1): LooseCell => ({ text, rowSpan, columnSpan });
