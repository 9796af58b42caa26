import type { Block, Grid, Paragraph } from '../../types.js';
import { gridOf, type PlacedCell } from '../gridOf.js';
import { partedAt } from './partedAt.js';
import type { SheetCell, SheetRow } from './rowsOf.js';

const FIGURE = /\d/;
/** What stands below a table: no label of a row ends with a stop or has a colon. */
const NOTE = /^[（(]?(?:注|备注|说明)|[:：]|。$/;
/** Cells merged over more columns are lines of text, or whole rows that someone merged. */
const WIDEST = 100;

const heightOf = (cells: readonly PlacedCell[]): number => Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan));

/** Rows that follow each other. */
interface Run {
  readonly rows: SheetRow[];
  /** The first row below it, the first column right of it. */
  bottom: number;
  right: number;
}

/**
 * Rows of a sheet as tables and the lines of text above and between them. An empty row parts two tables, and so does a
 * line of its own: a single cell over the whole width, between a row of figures and a row of headings, or a note below figures.
 */
export function layRows(rows: readonly SheetRow[], nextTable: () => number): Block[] {
  const blocks: Block[] = [];
  let run: Run = { rows: [], bottom: 0, right: 0 };
  const close = (): void => {
    if (run.rows.length > 0) blocks.push(...toGrids(run, nextTable));
    run = { rows: [], bottom: 0, right: 0 };
  };
  rows.forEach((row, index) => {
    if (row.row > run.bottom) close();
    if (isLine(row, run, belowNotes(rows, index))) {
      close();
      blocks.push(...toParagraphs(row));
    } else if (run.rows.length > 0 || filled(row).length > 0) {
      add(run, row);
    }
  });
  close();
  return blocks;
}

function add(run: Run, row: SheetRow): void {
  run.rows.push(row);
  run.bottom = Math.max(
    run.bottom,
    row.row + 1,
    ...row.cells.map(({ rowSpan }) => row.row + Math.min(rowSpan, WIDEST)),
  );
  run.right = Math.max(run.right, rightOf(row));
}

const filled = ({ cells }: SheetRow): readonly SheetCell[] => cells.filter(({ text }) => text !== '');
const rightOf = (row: SheetRow): number =>
  Math.max(0, ...filled(row).map(({ column, columnSpan }) => column + (columnSpan > WIDEST ? 1 : columnSpan)));

/** Whether a row is a single cell, and what it says no label of a row. */
function isNote(row: SheetRow): boolean {
  const [only, ...others] = filled(row);
  return only !== undefined && others.length === 0 && only.rowSpan === 1 && NOTE.test(only.text.trim());
}

/** The row right below another one, and below the notes between them. */
function belowNotes(rows: readonly SheetRow[], index: number): SheetRow | undefined {
  let next = index + 1;
  const isNext = (at: number): boolean => rows[at]?.row === (rows[at - 1]?.row ?? 0) + 1;
  for (let row = rows[next]; row !== undefined && isNext(next) && isNote(row); row = rows[next]) next += 1;
  return isNext(next) ? rows[next] : undefined;
}

function isLine(row: SheetRow, run: Run, next: SheetRow | undefined): boolean {
  const [only, ...others] = filled(row);
  if (only === undefined || others.length > 0 || only.rowSpan > 1) return false;
  const above = run.rows.at(-1);
  if (above === undefined) return true;
  const below = next === undefined ? [] : filled(next);
  const width = Math.max(run.right, ...below.map(({ column }) => column + 1));
  if (only.column === 0 && only.columnSpan > 1 && only.columnSpan >= width) return true;
  const headed = below.length > 1 && !below.some(({ text }) => FIGURE.test(text));
  const figures = filled(above).slice(1);
  return (headed || isNote(row)) && figures.some(({ text }) => FIGURE.test(text));
}

const toParagraphs = (row: SheetRow): Paragraph[] =>
  filled(row)
    .flatMap(({ text }) => text.split('\n'))
    .filter((text) => text.trim() !== '')
    .map((text) => ({ kind: 'paragraph', text, page: null, heading: null }));

function toGrids({ rows, right }: Run, nextTable: () => number): Grid[] {
  const top = rows[0]?.row ?? 0;
  const left = Math.min(...rows.map(({ cells }) => Math.min(...cells.map(({ column }) => column))));
  const height = (rows.at(-1)?.row ?? top) - top + 1;
  const cells = rows.flatMap(({ row, cells: own }): PlacedCell[] =>
    own.map(({ text, column, rowSpan, columnSpan }) => ({
      text,
      row: row - top,
      column: column - left,
      rowSpan: Math.min(rowSpan, height - row + top),
      columnSpan: Math.max(1, Math.min(columnSpan, right - column)),
      page: null,
    })),
  );
  return partedAt(cells).map((part) => gridOf(nextTable(), heightOf(part), part, 1));
}
