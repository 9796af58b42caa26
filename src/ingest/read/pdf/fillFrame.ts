import type { Frame, Region } from './findFrames.js';
import type { Glyph } from './geometry.js';
import { isVertical, layColumns } from './layColumns.js';
import { layLines } from './layLines.js';
import type { Table, TableCell } from './Table.js';

/** Share of the size that is left of a full line: the padding of the cell, and less than a character. */
const FULL = 1.6;

/** Puts characters into the cells in which their ink is. */
export function fillFrame(frame: Frame, glyphs: readonly Glyph[], page: number, spacing: number): Table {
  const { xs, ys, regions, closedTop, closedBottom } = frame;
  const owners = ownersOf(frame);
  const contents = new Map<Region, Glyph[]>(regions.map((region) => [region, []]));
  for (const glyph of glyphs) {
    const owner = owners[indexOf(ys, glyph.center.y)]?.[indexOf(xs, glyph.center.x)];
    if (owner !== undefined) contents.get(owner)?.push(glyph);
  }
  const cells = regions.map((region) => fill(region, contents.get(region) ?? [], frame, page, spacing));
  return { xs, rowCount: ys.length - 1, cells, closedTop, closedBottom };
}

function fill(region: Region, glyphs: readonly Glyph[], { xs }: Frame, page: number, spacing: number): TableCell {
  const lines = isVertical(glyphs) ? layColumns(glyphs) : layLines(glyphs, spacing);
  const last = lines.at(-1);
  const right = xs[region.column + region.columnSpan] ?? 0;
  return {
    ...region,
    text: lines.map(({ text }) => text.trim()).join('\n'),
    page,
    full: last !== undefined && right - last.right < FULL * last.size,
  };
}

function ownersOf({ xs, ys, regions }: Frame): Region[][] {
  const owners: Region[][] = ys.map(() => Array.from<Region>({ length: xs.length }));
  for (const region of regions) {
    for (let row = region.row; row < region.row + region.rowSpan; row += 1) {
      owners[row]?.fill(region, region.column, region.column + region.columnSpan);
    }
  }
  return owners;
}

/** Between which two of the ascending places it is; -1 outside. */
function indexOf(places: readonly number[], at: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low === places.length ? -1 : low - 1;
}
