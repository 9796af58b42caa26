import { isWide } from '../../text/isWide.js';

/** The characters of a line by the columns of a typewriter; one that takes two is followed by nothing. */
export function layOut(line: string): string[] {
  const columns: string[] = [];
  for (let at = 0; at < line.length; at++) {
    columns.push(line.charAt(at));
    if (isWide(line.charCodeAt(at))) columns.push('');
  }
  return columns;
}

/** What lines have between two columns, a line each, those that are blank there left out. */
export const textBetween = (lines: readonly (readonly string[])[], start: number, end: number): string =>
  lines
    .map((line) => line.slice(start, end).join('').trim())
    .filter((text) => text !== '')
    .join('\n');
