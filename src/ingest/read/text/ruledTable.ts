import { barredRows } from './barredRows.js';
import { cellsBetween } from './cellsBetween.js';
import { layOut } from './layOut.js';
import { rulesOf } from './rulesOf.js';
import type { TextTable } from './TextTable.js';

/** The rule that a table begins with: +----+, ┌────┐, of whatever weight. */
const FIRST = /^\s*(?:\+[-=:]+\+[-=:+]*|[┌┏╔╭][─━═┬┯┳╤╦]+[┐┓╗╮])\s*$/;
/** What each of its lines begins and ends with: a bar or a junction. */
const LINE = /^\s*[|+│┃║┌┏╔╭├┠┣╠╟╞└┗╚╰].*[|+│┃║┐┓╗╮┤┨┫╣╢╡┘┛╝╯]\s*$/;

/**
 * The table that begins in a line, drawn with rules around all cells, as w3m, ELinks and Pandoc do: by the rules even merged
 * cells are known. It has no rows where it has few rules: then its lines are lines.
 */
export function ruledTable(lines: readonly string[], from: number): TextTable | null {
  const first = lines[from] ?? '';
  if (!FIRST.test(first)) return null;
  let end = from;
  while (end < lines.length && LINE.test(lines[end] ?? '')) end++;
  const own = lines.slice(from, end);
  const laid = own.map((line) => layOut(line.trimEnd().slice(first.search(/\S/))));
  const rules = rulesOf(laid);
  return { rows: (rules && cellsBetween(laid, rules)) ?? barredRows(own) ?? [], end };
}
