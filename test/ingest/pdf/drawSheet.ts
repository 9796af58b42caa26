import { toGrid } from '../../../src/ingest/read/grid.js';
import type { Sheet } from '../sheets.js';
import { line, widthOf, words } from './chinesePdf.js';

/** A text in a box; ys from the upper side of the first page on, as if pages had no end. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly row: number;
  readonly end: number;
  readonly lines: readonly string[];
  readonly align: 'left' | 'right' | 'center';
}

const SIZE = 9;
const LEADING = 12;
const PADDING = 3;

/** How a table is printed. */
export interface Style {
  /** Whether lines are drawn. */
  readonly ruled: boolean;
  /** How figures stand in their columns; in the middle unless said. */
  readonly align?: 'left' | 'right' | 'center';
  /** How far letters are set apart, in points. */
  readonly spacing?: number;
}

/** Breaks a text into lines that fit. */
function wrap(text: string, width: number, spacing: number): string[] {
  const lines = [''];
  for (const character of text) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && widthOf(last + character, SIZE, spacing) > width) lines.push(character);
    else lines[lines.length - 1] = last + character;
  }
  return lines;
}

/** A table laid out: how high its rows are, and what is drawn of a run of them. */
export interface Laid {
  readonly heights: readonly number[];
  /** Draws the rows from `first` up to `end` with their upper side at `top`. */
  draw(first: number, end: number, top: number): string[];
}

/**
 * Lays out a table as a word processor does: labels wrapped at the left, all else in the middle of its columns.
 * @param widths of the columns
 * @param labels how many columns hold labels of rows
 */
export function laySheet(
  sheet: Sheet,
  left: number,
  widths: readonly number[],
  labels: number,
  { ruled, align = 'center', spacing = 0 }: Style,
): Laid {
  const xs = widths.reduce((all, width) => [...all, (all.at(-1) ?? 0) + width], [left]);
  const grid = toGrid(sheet, null);
  const boxes = grid.flatMap((row, at) =>
    row.flatMap((cell, column): Box[] => {
      if (cell.row !== at || cell.column !== column || cell.columnSpan === 0) return [];
      const isFigure = /^约?[-.\d]*$/.test(cell.text);
      const own = column < labels ? 'left' : isFigure ? align : 'center';
      const [start = 0, end = 0] = [xs[column], xs[column + cell.columnSpan]];
      const lines = wrap(cell.text, end - start - 2 * PADDING, spacing);
      return [{ left: start, right: end, row: at, end: at + cell.rowSpan, lines, align: own }];
    }),
  );
  const heights = grid.map((_, row) =>
    Math.max(1, ...boxes.flatMap((box) => (box.row === row && box.end === row + 1 ? [box.lines.length] : []))),
  );
  const height = (rows: number): number => rows * LEADING + 2 * PADDING;
  const points = heights.map(height);
  const draw = (first: number, end: number, top: number): string[] => {
    const y = (row: number): number => top + points.slice(first, row).reduce((sum, each) => sum + each, 0);
    return boxes.flatMap((box) => {
      const [from, to] = [Math.max(first, box.row), Math.min(end, box.end)];
      if (from >= to) return [];
      const [up, down] = [y(from), y(to)];
      const sides: [number, number, number, number][] = [
        [box.left, up, box.right, up],
        [box.left, down, box.right, down],
        [box.left, up, box.left, down],
        [box.right, up, box.right, down],
      ];
      // What a page break cuts off is printed on the page where its cell begins.
      const printed = from === box.row ? box.lines : [];
      const texts = printed.map((text, index) => {
        const width = widthOf(text, SIZE, spacing);
        const x = {
          left: box.left + PADDING,
          center: (box.left + box.right - width) / 2,
          right: box.right - PADDING - width,
        }[box.align];
        return words(x, up + PADDING + (index + 0.8) * LEADING, text, SIZE, spacing);
      });
      return [...(ruled ? sides.map((side) => line(...side)) : []), ...texts];
    });
  };
  return { heights: points, draw };
}
