import { toGrid, type LooseCell } from '../grid.js';
import { told, untoldIn } from '../untold.js';
import type { Grid, Paragraph } from '../../types.js';

/** A block before its table has a number. */
export type LooseBlock = Paragraph | Omit<Grid, 'table'>;

interface Cell {
  readonly blocks: LooseBlock[];
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Something in it can't be read. */
  pictured: boolean;
}

/** A cell with more text than this is a box of the page's layout, not a cell of data. */
const LONGEST_CELL = 1500;

const textOf = (blocks: readonly LooseBlock[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');

const isLayout = ({ blocks }: Cell): boolean =>
  blocks.some(({ kind }) => kind === 'grid') || textOf(blocks).length > LONGEST_CELL;

/** Collects one `table` element and what is in its cells. */
export class TableBuilder {
  private readonly rows: Cell[][] = [];
  private inRow = false;
  private open: Cell | null = null;

  openRow(): void {
    this.rows.push([]);
    this.inRow = true;
  }

  /** A cell after it begins a row, as in browsers. */
  closeRow(): void {
    this.inRow = false;
  }

  /** Opens a cell; the blocks put into the returned list are its content. */
  openCell(rowSpan: number, columnSpan: number): LooseBlock[] {
    if (!this.inRow) this.openRow();
    const blocks: LooseBlock[] = [];
    this.open = { blocks, rowSpan, columnSpan, pictured: false };
    this.rows.at(-1)?.push(this.open);
    return blocks;
  }

  closeCell(): void {
    this.open = null;
  }

  /** Something that can't be read is in the cell that is open. */
  see(): void {
    if (this.open !== null) this.open.pictured = true;
  }

  /**
   * The table as blocks: a grid, or, where rows hold further tables or whole texts (tables used for layout), their
   * content in reading order with the rows of data between them as grids. A table of one cell is its content.
   * @param outermost whether it stands in no other table
   */
  toBlocks(outermost: boolean): LooseBlock[] {
    const blocks = this.toContent();
    return outermost ? blocks.flatMap(told) : blocks;
  }

  private toContent(): LooseBlock[] {
    const rows = this.rows.filter((cells) => cells.length > 0);
    if (rows.length === 1 && rows[0]?.length === 1) return rows[0][0]?.blocks ?? [];
    const blocks: LooseBlock[] = [];
    let data: Cell[][] = [];
    const flush = (): void => {
      if (data.length > 0) blocks.push(gridOf(data));
      data = [];
    };
    for (const cells of rows) {
      if (!cells.some(isLayout)) {
        data.push(cells);
        continue;
      }
      flush();
      for (const cell of cells) blocks.push(...cell.blocks);
    }
    flush();
    return blocks;
  }
}

const gridOf = (rows: readonly (readonly Cell[])[]): LooseBlock => ({
  kind: 'grid',
  rows: toGrid(
    rows.map((cells) =>
      cells.map(({ blocks, rowSpan, columnSpan, pictured }): LooseCell => ({
        text: untoldIn(textOf(blocks), pictured),
        rowSpan,
        columnSpan,
      })),
    ),
    null,
  ),
});
