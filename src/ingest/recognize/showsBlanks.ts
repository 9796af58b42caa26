import { wordBefore } from './alignColumns.js';
import type { Group } from './groupsOf.js';
import { OFF } from './off.js';
import type { Extent, Token } from './Token.js';

/** What the distance of two words is off at most, each of them being off by the rounding of places. */
const SLACK = 2 * OFF;

const between = (left: Token | undefined, right: Token | undefined): number =>
  (right?.extent?.start ?? 0) - (left?.extent?.end ?? 0);

/** Where the first figure of a row begins and ends, from the end of its label on; null where that stands elsewhere. */
function setOffOf(row: Group): Extent | null {
  const [label, first] = [wordBefore(row)?.extent ?? null, row.cells[0]?.extent ?? null];
  return label && first && { start: first.start - label.end, end: first.end - label.end };
}

/** Whether first figures stand clearly further from one label than from the other, however wide they are. */
const differ = (one: Extent, other: Extent): boolean =>
  Math.abs(one.start - other.start) > SLACK && Math.abs(one.end - other.end) > SLACK;

/**
 * Whether full rows are set off from their labels differently. Where all are set off equally, their figures stand below
 * each other only because their labels end near the same place: columns of theirs say nothing of other rows.
 */
export function areSetOff(full: readonly Group[]): boolean {
  const setOffs = full.map(setOffOf).filter((setOff) => setOff !== null);
  return setOffs.some((one, at) => setOffs.slice(0, at).some((other) => differ(one, other)));
}

/** Whether two figures stand clearly further apart than any two that full rows have side by side in those columns. */
function isGap(left: Token, right: Token, full: readonly Group[], from: number, to: number): boolean {
  const usual = full.map(({ cells }) =>
    Math.max(...cells.slice(from, to).map((cell, at) => between(cell, cells[from + at + 1]))),
  );
  return between(left, right) > Math.max(...usual) + SLACK;
}

/** Whether the first figure of a row stands in a place of its own: not where all rows have theirs beside the label. */
function isFar(row: Group, full: readonly Group[]): boolean {
  const own = setOffOf(row);
  const others = full.map(setOffOf).filter((setOff) => setOff !== null);
  return own !== null && others.every((other) => differ(own, other)) && others.some(({ start }) => start < own.start);
}

/**
 * Whether a row has gaps where its blank cells would be. A row out of which blank cells were dropped has none: long
 * figures may bring those after them into the columns of others.
 * @param aligned for each column the figure of the row that stands under it, undefined where it looks blank
 * @param full rows that have a figure under each column
 */
export function showsBlanks(row: Group, aligned: readonly (Token | undefined)[], full: readonly Group[]): boolean {
  const printed = aligned.map((cell, at) => ({ cell, at })).filter(({ cell }) => cell !== undefined);
  let gaps = 0;
  for (const [index, { cell: right, at: to }] of printed.entries()) {
    const { cell: left, at: from = to } = printed[index - 1] ?? {};
    if (to - from < 2 || left === undefined || right === undefined) continue;
    if (!isGap(left, right, full, from, to)) return false;
    gaps++;
  }
  return gaps > 0 || aligned[0] !== undefined || isFar(row, full);
}
