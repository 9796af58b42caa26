import { Refusal } from '../../Refusal.js';
import type { Block } from '../../types.js';
import { cellText, gridOfRows, type RowCell } from '../gridOfRows.js';
import { LIMITS } from '../limits.js';

interface CellDraft {
  readonly blocks: Block[];
  span: number;
  /** It goes on from the cell above it (w:vMerge without "restart", w:vmerge in 2003), or from the one before it (w:hMerge). */
  below: boolean;
  after: boolean;
  /** Deleted with changes tracked. */
  deleted: boolean;
  /** Something in it can't be read. */
  pictured: boolean;
}

interface RowDraft {
  readonly cells: CellDraft[];
  /** Grid columns left free before the first cell. */
  before: number;
  deleted: boolean;
}

const NEW = { span: 1, below: false, after: false, deleted: false, pictured: false };

/** A Word table while it is read. */
export class TableDraft {
  readonly #rows: RowDraft[] = [];
  /** What is in the cell that is open: nothing stands between cells. */
  blocks: Block[] = [];

  openRow(): void {
    this.#rows.push({ cells: [], before: 0, deleted: false });
  }

  openCell(): void {
    this.blocks = [];
    this.#rows.at(-1)?.cells.push({ ...NEW, blocks: this.blocks });
  }

  /** A property of the open row or cell. Throws Refusal LIMIT_EXCEEDED for a cell of too many columns. */
  property(name: string, value: string | undefined): void {
    const row = this.#rows.at(-1);
    const cell = row?.cells.at(-1);
    if (name === 'gridBefore' && row !== undefined) row.before = columns(value);
    if (name === 'gridSpan' && cell !== undefined) cell.span = Math.max(1, columns(value));
    if (/^vmerge$/i.test(name) && cell !== undefined) cell.below = value !== 'restart';
    if (name === 'cellDel' && cell !== undefined) cell.deleted = true;
    if (/^hmerge$/i.test(name) && cell !== undefined) cell.after = value !== 'restart';
  }

  /** Something that can't be read is in the open cell. */
  see(): void {
    const cell = this.#rows.at(-1)?.cells.at(-1);
    if (cell !== undefined) cell.pictured = true;
  }

  /** The open row is hidden, or was deleted with changes tracked. */
  deleteRow(): void {
    const row = this.#rows.at(-1);
    if (row !== undefined) row.deleted = true;
  }

  /** A grid; or, where tables stand within it, what its cells hold one after another: it is there for layout. */
  close(nextTable: () => number): Block[] {
    const rows = this.#rows.filter(({ deleted, cells }) => !deleted && cells.length > 0);
    const inner = rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks));
    if (inner.some(({ kind }) => kind === 'grid')) return inner;
    return rows.length === 0 ? [] : [gridOfRows(nextTable(), rows.map(placed))];
  }
}

function columns(value: string | undefined): number {
  const count = value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (count > LIMITS.columns) throw new Refusal('LIMIT_EXCEEDED', `a cell of ${count} columns`);
  return count;
}

function placed({ cells: drafts, before }: RowDraft): RowCell[] {
  const cells: RowCell[] = [];
  let column = before;
  for (const { span, after, below, blocks, pictured } of drafts.filter(({ deleted }) => !deleted)) {
    const last = cells.at(-1);
    if (after && last !== undefined) cells[cells.length - 1] = { ...last, columnSpan: last.columnSpan + span };
    else cells.push({ column, columnSpan: span, text: cellText(blocks, pictured), below });
    column += span;
  }
  return cells;
}
