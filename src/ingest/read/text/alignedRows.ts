import type { LooseCell } from '../grid.js';
import { plainOf } from './cellsOfLine.js';
import { layOut, textBetween } from './layOut.js';
import { cellOf } from './TextTable.js';

/** Headers of several rows may be parted in as many places more than any row is. */
const MOST_MORE = 2;

/** Lines of one row, by the columns of a typewriter, and where its pipes stand. */
interface Row {
  readonly pipes: readonly number[];
  readonly lines: string[][];
}

const cellIn = (line: readonly string[] | undefined, pipes: readonly number[], at: number): string =>
  (line ?? []).slice((pipes[at] ?? 0) + 1, pipes[at + 1]).join('');

/** Whether a cell has no room for what follows in it: a character may take two columns. */
const isFull = (cell: string): boolean =>
  cell.trim() !== '' && cell.length - cell.trimEnd().length <= (cell.startsWith(' ') ? 2 : 1);

const DIGIT_AT_EDGE = /^ *\d|\d *$/;

/**
 * Whether a line may hold the rest of a row: whatever it has stands below a cell that is full. Programs that leave blanks on
 * both sides of a cell make columns as wide as their widest cell: there only a figure below a figure may be its rest.
 */
function goesOn({ pipes, lines }: Row, line: readonly string[], spaced: boolean): boolean {
  const cells = pipes.slice(1).map((_, at) => ({
    above: cellIn(lines.at(-1), pipes, at),
    below: cellIn(line, pipes, at),
  }));
  const rest = cells.filter(({ below }) => below.trim() !== '');
  const figures = rest.some(({ above, below }) => DIGIT_AT_EDGE.test(above) && DIGIT_AT_EDGE.test(below));
  return rest.length > 0 && rest.every(({ above }) => isFull(above)) && (figures || !spaced);
}

/**
 * The rows of lines whose pipes stand below each other, as antiword has them: merged cells are known by the pipes that they
 * lack, and a cell that is broken over lines is one. Null where pipes do not stand so.
 */
export function alignedRows(lines: readonly string[]): LooseCell[][] | null {
  const laid = lines.map((line) => layOut(line.trim()));
  const pipes = laid.map((line) => line.flatMap((character, at) => (character === '|' ? [at] : [])));
  const columns = new Map([...new Set(pipes.flat())].sort((a, b) => a - b).map((column, at) => [column, at]));
  const most = pipes.reduce((longest, { length }) => Math.max(longest, length), 0);
  if (laid.some(({ length }) => length !== laid[0]?.length) || columns.size > most + MOST_MORE) return null;
  const spaced = lines.every((line) => !/\|(?! )|(?<! )\|/.test(line.trim().slice(1, -1)));
  const rows: Row[] = [];
  laid.forEach((line, at) => {
    const [last, own] = [rows.at(-1), pipes[at] ?? []];
    if (last?.pipes.join() === own.join() && goesOn(last, line, spaced)) last.lines.push(line);
    else rows.push({ pipes: own, lines: [line] });
  });
  return rows.map((row) =>
    row.pipes.slice(1).map((end, at) => {
      const start = row.pipes[at] ?? 0;
      const span = (columns.get(end) ?? 0) - (columns.get(start) ?? 0);
      return cellOf(plainOf(textBetween(row.lines, start + 1, end)), 1, span);
    }),
  );
}
