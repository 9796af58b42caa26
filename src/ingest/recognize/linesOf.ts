import { chapterOf } from '../forms/chapterOf.js';
import type { Document, Grid, GridCell } from '../types.js';
import type { Line, Piece } from '../Match.js';

const pieceOf = (cell: GridCell, table: number): Piece => ({
  text: cell.text,
  position: { page: cell.page, table, row: cell.row + 1, column: cell.column + 1 },
  columns: [cell.column, cell.column + cell.columnSpan],
});

const rowsOf = (grid: Grid, block: number): Line[] =>
  grid.rows.map((row, index) => {
    // A cell that reaches into several places stands where it begins; a place that no cell covers has span 0.
    const cells = row.filter((cell, column) => cell.row === index && cell.column === column && cell.columnSpan > 0);
    const pieces = cells.map((cell) => pieceOf(cell, grid.table));
    const words = cells.map(({ text }) => text);
    const text = words.join(' ');
    return { block, table: grid.table, pieces, text, words, chapter: chapterOf(text) };
  });

/** Headings within a line: some sites print a whole report without a line break. */
const HEADING =
  /[一二三四五六]、\s?(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因)?政府信息公开(?:工作被申请)?行政复议、?(?:提起)?行政诉讼情况|(?:政府信息公开工作)?存在的?主要问题及改进(?:情况|措施)|其他需要报告的?事项)/g;

/** Parts a line at the headings within it, if it has several of them or holds a table. */
function partsOf(text: string): string[] {
  const headings = text.length < 60 ? 0 : (text.match(HEADING)?.length ?? 0);
  if (headings === 0 || (headings === 1 && !text.includes('|'))) return [text];
  return text
    .replace(HEADING, '\n$&\n')
    .split('\n')
    .filter((part) => part.trim() !== '');
}

/** Longer lines are prose, unless they have cells. */
const LONGEST = 160;

const wordsOf = (text: string): string[] =>
  text.length > LONGEST && !/[|\t]/.test(text) ? [] : text.split(/[|\s]+/).filter((word) => word !== '');

/** A document as lines: each row of a grid, each line of running text. */
export function linesOf(document: Document): Line[] {
  return document.blocks.flatMap((block, index): Line[] => {
    if (block.kind === 'grid') return rowsOf(block, index);
    const position = { page: block.page, table: null, row: null, column: null };
    return partsOf(block.text).map((text) => ({
      block: index,
      table: null,
      pieces: [{ text, position, columns: null }],
      text,
      words: wordsOf(text),
      chapter: chapterOf(text),
    }));
  });
}
