import type { LooseCell } from '../grid.js';
import { alignedRows } from './alignedRows.js';
import { cellsOfLine } from './cellsOfLine.js';
import { isRule } from './markdownTable.js';
import type { TextTable } from './TextTable.js';

const ROW = /^\s*\|.*\|\s*$/;
/** A line of Org between rows: |-----+----|. */
const BETWEEN = /^\s*\|-[-+]*\|\s*$/;
/** Fewer rows of as many cells say nothing of a table. */
const FEWEST_ROWS = 3;

/**
 * The table that begins in a line, its rows enclosed in pipes: those that stand below each other, or all of as many cells, as
 * Org, Textile and Jira have it. It has no rows else: which places merged cells take is not known then.
 */
export function pipedTable(lines: readonly string[], from: number): TextTable | null {
  if (!ROW.test(lines[from] ?? '')) return null;
  let end = from;
  // The header of a table of Markdown is no row of this one.
  while (ROW.test(lines[end] ?? '') && !isRule(lines[end + 1] ?? '')) end++;
  const own = lines.slice(from, end).filter((line) => !BETWEEN.test(line));
  // Beside other lines with pipes one at the beginning is a blank cell.
  const isAlone = [lines[from - 1], lines[end]].every((line) => line?.includes('|') !== true);
  const rows = isAlone && own.length >= FEWEST_ROWS ? (alignedRows(own) ?? evenRows(own)) : [];
  return { rows, end: Math.max(end, from + 1) };
}

/** Rows of as many cells each, none where some are longer than others. */
function evenRows(lines: readonly string[]): LooseCell[][] {
  const rows = lines.map((line) => cellsOfLine(line, true));
  return rows.every(({ length }) => length === rows[0]?.length) ? rows : [];
}
