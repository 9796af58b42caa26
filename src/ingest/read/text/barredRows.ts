import type { LooseCell } from '../grid.js';
import { cellOf } from './TextTable.js';

const RULE = /^[-=:+─━═┌-╬╭-╰\s]+$/;
const BAR = /[|│┃║]/;
/** A rule within a line that has words too. */
const WITHIN = /[+├-╋╒-╬][-=─━═]{2,}|[-=─━═]{2,}[+├-╋╒-╬]/;
/** With fewer rules each may stand over several rows: above the header, below it, at the end. */
const FEWEST_RULES = 4;

const isRule = (line: string): boolean => RULE.test(line) && !BAR.test(line);

/**
 * The cells of a table drawn with rules whose columns are not below each other, as where a program takes Chinese characters
 * for narrower than they are: those between two rules that stand in the same place among the bars are one cell. Null where
 * it has few rules; where lines of a row have not as many bars nothing is known but their text.
 */
export function barredRows(lines: readonly string[]): LooseCell[][] | null {
  if (lines.filter(isRule).length < FEWEST_RULES) return null;
  const rows: string[][][] = [[]];
  for (const line of lines) {
    if (isRule(line)) rows.push([]);
    else rows.at(-1)?.push(line.split(BAR).slice(1, -1));
  }
  const filled = rows.filter((row) => row.length > 0);
  const isEven = filled.every((row) => row.every(({ length }) => length === row[0]?.length));
  if (!isEven || lines.some((line) => !isRule(line) && WITHIN.test(line))) return lines.map((line) => [cellOf(line)]);
  return filled.map((row) => {
    const text = (at: number): string[] => row.map((line) => (line[at] ?? '').trim()).filter((part) => part !== '');
    return (row[0] ?? []).map((_, at) => cellOf(text(at).join('\n')));
  });
}
