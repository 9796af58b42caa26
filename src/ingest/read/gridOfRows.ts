import type { Block, Grid, Paragraph } from '../types.js';
import { untoldIn } from './untold.js';
import { gridOf, type PlacedCell } from './gridOf.js';

/** A cell of a Word table; columns from 0. */
export interface RowCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly text: string;
  /** It goes on from the cell above it. */
  readonly below: boolean;
}

/** A table whose rows say of each cell whether it goes on from above, as Word has it. Throws Refusal LIMIT_EXCEEDED. */
export function gridOfRows(table: number, rows: readonly (readonly RowCell[])[]): Grid {
  const cells: { -readonly [K in keyof PlacedCell]: PlacedCell[K] }[] = [];
  let above = new Map<number, (typeof cells)[number]>();
  rows.forEach((row, index) => {
    const here: typeof above = new Map();
    for (const { column, columnSpan, text, below } of row) {
      const over = below ? above.get(column) : undefined;
      if (over !== undefined && over.columnSpan === columnSpan) {
        over.rowSpan = index - over.row + 1;
        here.set(column, over);
      } else {
        const cell = { row: index, column, rowSpan: 1, columnSpan, text, page: null };
        cells.push(cell);
        here.set(column, cell);
      }
    }
    above = here;
  });
  return gridOf(table, rows.length, cells);
}

/** What a cell says, a line a paragraph; `pictured` says whether there is something in it that can't be read. */
export const cellText = (blocks: readonly Block[], pictured: boolean): string =>
  untoldIn(
    blocks
      .filter((block): block is Paragraph => block.kind === 'paragraph')
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join('\n'),
    pictured,
  );
