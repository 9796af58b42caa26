import type { Block } from '../../types.js';
import { cellText, gridOfRows, type RowCell } from '../gridOfRows.js';

interface DocCell {
  readonly blocks: readonly Block[];
  /** Something in it can't be read. */
  readonly pictured: boolean;
}

interface Row {
  readonly cells: readonly DocCell[];
  readonly columns: RowColumns;
}

/** How a row divides the table: from left to right, in twentieths of a point. */
export interface RowColumns {
  /** Sides of the cells, one more than there are cells; empty where the row says nothing. */
  readonly sides: readonly number[];
  /** Flags of each cell ([MS-DOC] 2.9.329). */
  readonly flags: readonly number[];
}

/** Sides this near to each other are one: Word shifts them a little from row to row. Three points. */
const SAME = 60;
const MERGED_ACROSS = 0x3;
const MERGED_DOWN = 0x20;
const FIRST_DOWN = 0x40;

/** A table of a Word 97–2003 document while it is read. */
export class DocTable {
  readonly #rows: Row[] = [];
  #cells: DocCell[] = [];
  #pictured = false;
  /** What is in the cell that is open. */
  blocks: Block[] = [];

  closeCell(): void {
    this.#cells.push({ blocks: this.blocks, pictured: this.#pictured });
    this.blocks = [];
    this.#pictured = false;
  }

  /** Something that can't be read is in the cell that is open. */
  see(): void {
    this.#pictured = true;
  }

  closeRow(columns: RowColumns): void {
    if (this.#cells.length > 0) this.#rows.push({ cells: this.#cells, columns });
    this.#cells = [];
    this.blocks = [];
    this.#pictured = false;
  }

  /** A grid; or, where tables stand within it, what its cells hold one after another: it is there for layout. */
  close(nextTable: () => number): Block[] {
    const rest = [...blocksOf(this.#cells), ...this.blocks];
    const inner = this.#rows.flatMap(({ cells }) => blocksOf(cells));
    if (inner.some(({ kind }) => kind === 'grid')) return [...inner, ...rest];
    if (this.#rows.length === 0) return rest;
    const places = placesOf(this.#rows.flatMap(({ columns }) => columns.sides));
    return [
      gridOfRows(
        nextTable(),
        this.#rows.map((row) => toCells(row, places)),
      ),
      ...rest,
    ];
  }
}

const blocksOf = (cells: readonly DocCell[]): Block[] => cells.flatMap(({ blocks }) => blocks);

/** The first of each bundle of sides. */
function placesOf(sides: readonly number[]): number[] {
  const places: number[] = [];
  for (const side of sides.toSorted((a, b) => a - b)) if (side - (places.at(-1) ?? -Infinity) > SAME) places.push(side);
  return places;
}

function toCells({ cells, columns: { sides, flags } }: Row, places: readonly number[]): RowCell[] {
  // A row that says nothing of its columns, or not of all, is counted cell by cell.
  const known = sides.length === cells.length + 1;
  const columnOf = (index: number): number =>
    known ? places.findLastIndex((place) => place <= (sides[index] ?? 0)) : index;
  const result: RowCell[] = [];
  let start = 0;
  cells.forEach(({ blocks, pictured }, index) => {
    const column = columnOf(index);
    const flag = flags[index] ?? 0;
    const across = flag & MERGED_ACROSS;
    // In a run of cells merged across, only the first has the flag it begins with.
    if (across === 0) start = 0;
    const last = result.at(-1);
    if (across !== 0 && start !== 0 && across !== start && last !== undefined) {
      result[result.length - 1] = { ...last, columnSpan: columnOf(index + 1) - last.column };
      return;
    }
    if (across !== 0) start = across;
    const below = (flag & MERGED_DOWN) !== 0 && (flag & FIRST_DOWN) === 0;
    result.push({
      column,
      columnSpan: Math.max(1, columnOf(index + 1) - column),
      text: cellText(blocks, pictured),
      below,
    });
  });
  return result;
}
