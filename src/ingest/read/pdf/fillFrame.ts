import { isWide } from '../../text/isWide.js';
import type { Frame, Region } from './findFrames.js';
import type { Glyph, Point } from './geometry.js';
import { isVertical, layColumns } from './layColumns.js';
import { layLines } from './layLines.js';
import { UNKNOWN } from './readGlyphs.js';
import type { Table, TableCell } from './Table.js';

/** Share of the size that is left of a full line: the padding of the cell, and less than a character. */
const FULL = 1.6;

/** The cell of a frame at a point; undefined outside of it. */
export function regionsOf(frame: Frame): (point: Point) => Region | undefined {
  const owners = ownersOf(frame);
  return ({ x, y }) => owners[indexOf(frame.ys, y)]?.[indexOf(frame.xs, x)];
}

/** Puts characters into the cells in which their ink is. */
export function fillFrame(frame: Frame, glyphs: readonly Glyph[], page: number, spacing: number): Table {
  const { xs, ys, regions, closedTop, closedBottom } = frame;
  const regionAt = regionsOf(frame);
  const contents = new Map<Region, Glyph[]>(regions.map((region) => [region, []]));
  for (const glyph of glyphs) {
    const owner = regionAt(glyph.center);
    if (owner !== undefined) contents.get(owner)?.push(glyph);
  }
  const cells = regions.map((region) => fill(region, withoutCut(contents.get(region) ?? []), frame, page, spacing));
  return { xs, rowCount: ys.length - 1, cells, closedTop, closedBottom };
}

const isWord = ({ text }: Glyph): boolean => isWide(text.charCodeAt(0));

/** What is seen of words that the edge of the page cuts; of figures, what is beyond it is UNKNOWN. */
function withoutCut(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ isCut }) => isCut)) return glyphs;
  const seen = glyphs.filter(({ isCut }) => !isCut);
  if (seen.some(isWord)) return seen;
  return glyphs.map((glyph) => (glyph.isCut && glyph.text.trim() !== '' ? { ...glyph, text: UNKNOWN } : glyph));
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
