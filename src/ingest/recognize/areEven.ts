import { OFF } from './off.js';
import type { Extent, Token } from './Token.js';

/** The figures of a row in the order of the columns, undefined where it looks blank. */
export type AlignedRow = readonly (Token | undefined)[];

const SIDES: readonly ((extent: Extent) => number)[] = [
  ({ start }) => start,
  ({ end }) => end,
  ({ start, end }) => (start + end) / 2,
];

function spread(rows: readonly AlignedRow[], column: number, side: (extent: Extent) => number): number {
  const places = rows.flatMap((row) => {
    const extent = row[column]?.extent ?? null;
    return extent === null ? [] : [side(extent)];
  });
  return places.length === 0 ? 0 : Math.max(...places) - Math.min(...places);
}

/**
 * Whether the figures of each column stand below each other, all in the same way: left, right or centered. Where characters
 * of labels are counted wider or narrower than they were set, figures beside longer labels move against the others.
 */
export const areEven = (rows: readonly AlignedRow[]): boolean =>
  SIDES.some((side) => (rows[0] ?? []).every((_, column) => spread(rows, column, side) <= OFF));
