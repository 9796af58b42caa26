import { cellsOfLine } from './cellsOfLine.js';
import type { TextTable } from './TextTable.js';

/** The line under the header of a Markdown table: |---|:--:|. */
export const isRule = (line: string): boolean => line.includes('--') && line.includes('|') && !/[^|:\-\s]/.test(line);

/** Figures in a line of their own: the end of a row that was broken, as html2text does where rows are long. */
const REST = /^\s*[+-]?\d[\d,.]*\s*$/;

/** The table of Markdown whose header is a line. */
export function markdownTable(lines: readonly string[], from: number): TextTable | null {
  const [header = '', rule = ''] = lines.slice(from, from + 2);
  if (!header.includes('|') || !isRule(rule)) return null;
  const enclosed = /^\s*\||\|\s*$/.test(rule);
  const rows = [cellsOfLine(header, enclosed)];
  let end = from + 2;
  for (; lines[end]?.includes('|') === true || REST.test(lines[end] ?? ''); end++)
    if (!isRule(lines[end] ?? '')) rows.push(cellsOfLine(lines[end] ?? '', enclosed));
  return { rows, end };
}
