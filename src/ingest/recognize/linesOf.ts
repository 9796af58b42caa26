import { chapterOf } from '../forms/chapterOf.js';
import type { Document, Grid, GridCell } from '../types.js';
import type { Line, Piece } from '../Match.js';
import { flatten } from '../../flatten.js';

/** Characters that take no place, as editors of web pages leave them between others. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202c\u2060\ufeff]+/g;

const pieceOf = (cell: GridCell, table: number): Piece => ({
  text: cell.text.replace(INVISIBLE, ''),
  position: { page: cell.page, table, row: cell.row + 1, column: cell.column + 1 },
  columns: [cell.column, cell.column + cell.columnSpan],
  ...(cell.rowSpan > 1 && { below: true }),
});

const rowsOf = (grid: Grid, block: number): Line[] =>
  grid.rows.map((row, index) => {
    // A cell that reaches into several places stands where it begins; a place that no cell covers has span 0.
    const cells = row.filter((cell, column) => cell.row === index && cell.column === column && cell.columnSpan > 0);
    const pieces = cells.map((cell) => pieceOf(cell, grid.table));
    const words = pieces.map(({ text }) => text);
    const text = words.join(' ');
    return { block, table: grid.table, pieces, text, words, chapter: chapterOf(text) };
  });

/** Headings within a line: some sites print a whole report without a line break. */
const HEADING =
  /[一二三四五六]、\s?(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因)?政府信息公开(?:工作被申请)?行政复议、?(?:提起)?行政诉讼情况|(?:政府信息公开工作)?存在的?主要问题及改进(?:情况|措施)|其他需要报告的?事项)/g;

/** A part of a line, and how many characters are before it. */
interface Part {
  readonly text: string;
  readonly offset: number;
}

/** Parts a line at the headings within it, if it has several of them or holds a table. */
function partsOf(text: string): Part[] {
  const headings = text.length < 60 ? [] : [...text.matchAll(HEADING)];
  if (headings.length === 0 || (headings.length === 1 && !text.includes('|'))) return [{ text, offset: 0 }];
  const ends = headings.flatMap(({ index, 0: heading }) => [index, index + heading.length]);
  return [0, ...ends]
    .map((offset, at) => ({ text: text.slice(offset, ends[at]), offset }))
    .filter((part) => part.text.trim() !== '');
}

/** Longer lines are prose, unless they have cells. */
const LONGEST = 160;

const wordsOf = (text: string): string[] =>
  text.length > LONGEST && !/[|\t]/.test(text) ? [] : (text.match(/[^|\s]+/g) ?? []);

/** A document as lines: each row of a grid, each line of running text. */
export function linesOf(document: Document): Line[] {
  return flatten(
    document.blocks.map((block, index): Line[] => {
      if (block.kind === 'grid') return rowsOf(block, index);
      const { page, line: row = null, placed } = block;
      const parts = partsOf(block.text.replace(INVISIBLE, ''));
      // Which words are in which part of a line is not known.
      const places = placed && parts.length === 1 ? { placed } : {};
      return parts.map(({ text, offset }) => ({
        block: index,
        table: null,
        pieces: [{ text, position: { page, table: null, row, column: row && offset + 1 }, columns: null, ...places }],
        text,
        words: wordsOf(text),
        chapter: chapterOf(text),
      }));
    }),
  );
}
