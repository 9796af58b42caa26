import type { Piece } from '../Match.js';
import { positionIn, type TextLine } from './TextLine.js';

/** So many empty lines stand between rows only, not within a cell nor between a cell and the tab beside it. */
const BETWEEN_ROWS = 2;

/** Whether a line is nothing but what parts cells. */
export const isTab = (line: string): boolean => /^ *\t[ \t]*$/.test(line);

/** Rows of cells in lines of their own, parted by lines of a tab, as browsers copy tables with paragraphs in their cells. */
export function partedRows(lines: readonly TextLine[]): Piece[][] {
  const piece = (line: TextLine, text = ''): Piece => ({
    text,
    position: positionIn(line, line.text.length - line.text.trimStart().length),
    columns: null,
  });
  const rows: Piece[][] = [];
  let gap = 0;
  let afterText = true;
  for (const line of lines) {
    const text = line.text.trim();
    if (text === '' && !isTab(line.text)) {
      gap++;
      continue;
    }
    const begins = rows.length === 0 || (gap >= BETWEEN_ROWS && (afterText || text !== ''));
    if (begins) rows.push([piece(line)]);
    const row = rows.at(-1) ?? [];
    const last = row.at(-1);
    if (text === '') for (const _ of line.text.matchAll(/\t/g)) row.push(piece(line));
    else if (last)
      row[row.length - 1] = last.text === '' ? piece(line, text) : { ...last, text: `${last.text}\n${text}` };
    afterText = text !== '';
    gap = 0;
  }
  return rows;
}
