/** A table of one page, or of several after joining. */
export interface Table {
  /** x of each column's left side and the last one's right side. */
  readonly xs: readonly number[];
  readonly rowCount: number;
  /** The cells, which cover the table without overlap. */
  readonly cells: readonly TableCell[];
  /** Whether a line closes it at the top and at the bottom; open where a page cuts a row. */
  readonly closedTop: boolean;
  readonly closedBottom: boolean;
}

export interface TableCell {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly page: number;
  /** Its last line has hardly room for a further character: a text that goes on is wrapped here. */
  readonly full: boolean;
}
