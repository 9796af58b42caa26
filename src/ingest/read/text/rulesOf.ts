import { LIMITS } from '../limits.js';

/** Lines by the columns of a typewriter. */
export type Laid = readonly (readonly string[])[];

/** The rules that a table is drawn with. */
export interface Rules {
  /** Columns in which one runs down, and lines in which one runs across, somewhere. */
  readonly columns: readonly number[];
  readonly lines: readonly number[];
  /** Of each row between two lines, whether there is one at each column. */
  readonly walls: readonly (readonly boolean[])[];
  /** Of each line, whether there is one from each column to the next. */
  readonly floors: readonly (readonly boolean[])[];
}

const JUNCTION = /[+┌┏╔╭┐┓╗╮└┗╚╰┘┛╝╯├-╋╒-╬]/;
const BAR = /[|│┃║]/;
/** From junction to junction: a dash that is all that a cell has ends at none. */
const ACROSS = /[+┌┏╔╭└┗╚╰├-╋╒-╬][-=:─━═+├-╋╒-╬]+[+┐┓╗╮┘┛╝╯├-╋╒-╬]/g;
/** With fewer each may stand over several rows: above the header, below it, at the end. */
const FEWEST_LINES = 4;

/** From where to where rules run across a line. */
function acrossIn(line: readonly string[]): (readonly [number, number])[] {
  const text = line.map((character) => character || ' ').join('');
  return [...text.matchAll(ACROSS)].map(({ index, 0: rule }) => [index, index + rule.length - 1]);
}

/** Whether a rule runs down at a column through some lines; null where it does through some of them only, or there are none. */
function runsDown(lines: Laid, column: number): boolean | null {
  const parted = lines.filter((line) => BAR.test(line[column] ?? '')).length;
  if (parted === 0) return lines.length === 0 ? null : false;
  return parted === lines.length ? true : null;
}

/** The rules of a table that is drawn all around and between its rows; null for any other. */
export function rulesOf(laid: Laid): Rules | null {
  const [first = []] = laid;
  if (laid.some(({ length }) => length !== first.length)) return null;
  const columns = first.flatMap((_, at) => (laid.some((line) => JUNCTION.test(line[at] ?? '')) ? [at] : []));
  if (columns.length * laid.length > LIMITS.cells) return null;
  const across = laid.map(acrossIn);
  const lines = across.flatMap((rules, line) => (rules.length > 0 ? [line] : []));
  if (lines.length < FEWEST_LINES || lines.at(-1) !== laid.length - 1) return null;
  const walls: boolean[][] = [];
  for (const [row, end] of lines.slice(1).entries()) {
    const inside = laid.slice((lines[row] ?? 0) + 1, end);
    const wall = columns.map((column) => runsDown(inside, column)).filter((runs) => runs !== null);
    if (wall.length < columns.length || wall[0] !== true || wall.at(-1) !== true) return null;
    walls.push(wall);
  }
  const floors = lines.map((line) =>
    columns
      .slice(1)
      .map((to, at) => (across[line] ?? []).some(([start, end]) => start <= (columns[at] ?? 0) && to <= end)),
  );
  return { columns, lines, walls, floors };
}
