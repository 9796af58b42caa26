import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';
import { DisjointSets } from './DisjointSets.js';
import type { Rule } from './geometry.js';
import { groupBy } from '../../../groupBy.js';
import { joinRules } from './joinRules.js';

/** A place of a frame: from `row` and `column` on, counted from 0. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The ruling of one table. */
export interface Frame {
  /** x of each column's left side and the last one's right side. */
  readonly xs: readonly number[];
  /** y of each row's upper side and the last one's lower side. */
  readonly ys: readonly number[];
  /** The cells, which cover the frame without overlap. */
  readonly regions: readonly Region[];
  /** Whether lines close it at the top and at the bottom; open where a page cuts a row. */
  readonly closedTop: boolean;
  readonly closedBottom: boolean;
}

type RulesAt = ReadonlyMap<number, readonly Rule[]>;

/** How far lines may fall short of touching; in points. */
const TOUCH = 3;
/** The share of a side that a line must cover to divide the two cells: words underlined in a cell do not. */
const COVER = 0.75;

/**
 * The tables that ruling lines make: lines that touch belong together, and where none runs between two places these
 * are one merged cell. A table without its outermost lines is closed where the others end.
 */
export function findFrames(rules: readonly Rule[]): Frame[] {
  const joined = joinRules(rules);
  if (joined.length > LIMITS.pageRules) {
    throw new Refusal('LIMIT_EXCEEDED', `a page of ${joined.length} ruling lines, more than ${LIMITS.pageRules}`);
  }
  return components(joined).flatMap((component) => frameOf(component) ?? []);
}

function components(rules: readonly Rule[]): Rule[][] {
  const sets = new DisjointSets(rules.length);
  rules.forEach((row, i) => {
    if (!row.horizontal) return;
    rules.forEach((column, j) => {
      if (!column.horizontal && cross(row, column)) sets.join(i, j);
    });
  });
  return sets.groups().map((group) => group.flatMap((index) => rules[index] ?? []));
}

const cross = (row: Rule, column: Rule): boolean =>
  within(row.at, column.from, column.to) && within(column.at, row.from, row.to);
const within = (at: number, from: number, to: number): boolean => at >= from - TOUCH && at <= to + TOUCH;

function frameOf(component: readonly Rule[]): Frame | null {
  const rows = component.filter(({ horizontal }) => horizontal);
  const columns = component.filter(({ horizontal }) => !horizontal);
  if (rows.length === 0 || columns.length === 0) return null;
  const [allYs, allXs] = [closed(rows, columns), closed(columns, rows)];
  if (allXs.length * allYs.length > LIMITS.tablePlaces) return null;
  const [rowsAt, columnsAt] = [groupBy(rows, ({ at }) => at), groupBy(columns, ({ at }) => at)];
  // A line that divides nothing along the whole table (underlined words) makes no row of its own.
  const [ys, xs] = [dividing(allYs, allXs, rowsAt), dividing(allXs, allYs, columnsAt)];
  return {
    xs,
    ys,
    regions: regionsOf(xs, ys, rowsAt, columnsAt),
    closedTop: rowsAt.has(ys[0] ?? NaN),
    closedBottom: rowsAt.has(ys.at(-1) ?? NaN),
  };
}

/** Where the lines stand, and both ends of those across where at least two of them reach further. */
function closed(lines: readonly Rule[], across: readonly Rule[]): number[] {
  const at = [...new Set(lines.map((line) => line.at))].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  const before = across.map(({ from }) => from).filter((from) => from < first - TOUCH);
  const after = across.map(({ to }) => to).filter((to) => to > last + TOUCH);
  return [
    ...(before.length > 1 ? [Math.min(...before)] : []),
    ...at,
    ...(after.length > 1 ? [Math.max(...after)] : []),
  ];
}

const dividing = (places: readonly number[], across: readonly number[], linesAt: RulesAt): number[] =>
  places.filter((place, index) => {
    if (index === 0 || index === places.length - 1) return true;
    return across.slice(1).some((to, i) => covered(linesAt, place, across[i] ?? to, to));
  });

function covered(linesAt: RulesAt, at: number, from: number, to: number): boolean {
  const needed = (to - from) * COVER;
  return (linesAt.get(at) ?? []).some((line) => Math.min(line.to, to) - Math.max(line.from, from) >= needed);
}

function regionsOf(xs: readonly number[], ys: readonly number[], rowsAt: RulesAt, columnsAt: RulesAt): Region[] {
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 1 || height < 1) return [];
  const sets = new DisjointSets(width * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const [left = 0, right = 0] = xs.slice(column, column + 2);
      const [top = 0, bottom = 0] = ys.slice(row, row + 2);
      const here = row * width + column;
      if (column + 1 < width && !covered(columnsAt, right, top, bottom)) sets.join(here, here + 1);
      if (row + 1 < height && !covered(rowsAt, bottom, left, right)) sets.join(here, here + width);
    }
  }
  return sets.groups().flatMap((group) => rectangles(group, width));
}

/** The places of one merged cell as rectangles: one, unless lines are missing that should divide it. */
function rectangles(places: readonly number[], width: number): Region[] {
  const open: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  for (const run of runs(places, width)) {
    const above = open.find(
      (region) =>
        region.row + region.rowSpan === run.row && region.column === run.column && region.columnSpan === run.columnSpan,
    );
    if (above === undefined) open.push({ ...run, rowSpan: 1 });
    else above.rowSpan += 1;
  }
  return open;
}

function runs(places: readonly number[], width: number): Omit<Region, 'rowSpan'>[] {
  const found: { row: number; column: number; columnSpan: number }[] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const [row, column] = [Math.floor(place / width), place % width];
    const last = found.at(-1);
    if (last?.row === row && last.column + last.columnSpan === column) last.columnSpan += 1;
    else found.push({ row, column, columnSpan: 1 });
  }
  return found;
}
