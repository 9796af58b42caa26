import { cellsOfLine } from './cellsOfLine.js';
import { isRule } from './markdownTable.js';
import type { TextTable } from './TextTable.js';

const ROW = /^\s*\|.*\|\s*$/;
/** A line of Org between rows: |-----+----|. */
const BETWEEN = /^\s*\|-[-+]*\|\s*$/;
/** Fewer rows of as many cells say nothing of a table. */
const FEWEST_ROWS = 3;

/**
 * The table that begins in a line, its rows enclosed in pipes and all of as many cells, as Org, Textile, DokuWiki and Jira
 * have it. It has no rows where some are longer than others: which places merged cells take is not known then.
 */
export function pipedTable(lines: readonly string[], from: number): TextTable | null {
  if (!ROW.test(lines[from] ?? '')) return null;
  let end = from;
  // The header of a table of Markdown is no row of this one.
  while (ROW.test(lines[end] ?? '') && !isRule(lines[end + 1] ?? '')) end++;
  const rows = lines.slice(from, end).flatMap((line) => (BETWEEN.test(line) ? [] : [cellsOfLine(line, true)]));
  // Beside other lines with pipes one at the beginning is a blank cell.
  const isAlone = [lines[from - 1], lines[end]].every((line) => line?.includes('|') !== true);
  const isEven = rows.length >= FEWEST_ROWS && rows.every(({ length }) => length === rows[0]?.length);
  return { rows: isAlone && isEven ? rows : [], end: Math.max(end, from + 1) };
}
