import { isWide } from '../../text/isWide.js';
import { fillFrame, regionsOf } from './fillFrame.js';
import { findFrames, type Frame, type Region } from './findFrames.js';
import type { Box, Glyph, PageContent, Point } from './geometry.js';
import { columnsOf, layLines, type Line } from './layLines.js';
import { withoutObjects } from './seams.js';
import { spacingOf } from './spacingOf.js';
import type { Table } from './Table.js';
import { withoutTorn } from './withoutTorn.js';

/** Share of the size by which base lines of one line differ. */
const LEVEL = 0.05;

/** What stands on a page from top to bottom. */
export type PageBlock =
  | { readonly kind: 'line'; readonly page: number; readonly line: Line }
  | { readonly kind: 'table'; readonly page: number; readonly table: Table };

/** Tables, and the lines outside of them, in reading order. */
export function layPage({ page, glyphs: printed, rules }: PageContent): PageBlock[] {
  const frames = tableFrames(findFrames(rules), printed);
  const spacing = spacingOf(printed);
  const glyphs = frames.length === 0 ? printed : withoutTorn(printed, spacing, cellsOf(frames));
  const inside = new Map(frames.map((frame): [Frame, Glyph[]] => [frame, []]));
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const frame = frames.find((candidate) => holds(boxOf(candidate), glyph));
    (frame === undefined ? outside : (inside.get(frame) ?? outside)).push(glyph);
  }
  const tables = [...inside].map(([frame, content]) => ({
    top: boxOf(frame).top,
    block: { kind: 'table' as const, page, table: fillFrame(frame, content, page, spacing) },
  }));
  const unruled = withoutObjects(outside.filter(({ isAgain }) => isAgain !== true));
  const lines = layLines(unruled, spacing, columnsOf(unruled, spacing)).map((line) => ({
    top: line.baseline,
    block: { kind: 'line' as const, page, line },
  }));
  return [...tables, ...lines].toSorted((a, b) => a.top - b.top).map(({ block }) => block);
}

/** The cell of any frame at a point. */
function cellsOf(frames: readonly Frame[]): (point: Point) => Region | undefined {
  const places = frames.map(regionsOf);
  return (point) => {
    for (const regionAt of places) {
      const region = regionAt(point);
      if (region) return region;
    }
    return undefined;
  };
}

/** Frames that are tables: not a box around text, nor a layout around other tables, nor lines around nothing or a part of a row. */
function tableFrames(frames: readonly Frame[], glyphs: readonly Glyph[]): Frame[] {
  const candidates = frames.filter(({ xs, regions }) => xs.length > 2 && regions.length > 1);
  const tables = candidates.filter((frame) => {
    const box = boxOf(frame);
    return (
      !candidates.some((other) => other !== frame && encloses(box, boxOf(other))) &&
      glyphs.some((glyph) => holds(box, glyph))
    );
  });
  const boxes = tables.map(boxOf);
  const outside = glyphs.filter((glyph) => glyph.text.trim() !== '' && !boxes.some((box) => holds(box, glyph)));
  return tables.filter((frame) => !isPartOfRow(boxOf(frame), glyphs, outside));
}

/** Whether lines are drawn around nothing but figures, others of the same line being outside of all frames. */
function isPartOfRow(box: Box, glyphs: readonly Glyph[], outside: readonly Glyph[]): boolean {
  const inside = glyphs.filter((glyph) => glyph.text.trim() !== '' && holds(box, glyph));
  if (inside.some(({ text }) => isWide(text.charCodeAt(0)))) return false;
  return inside.some(({ baseline, size }) =>
    outside.some((other) => Math.abs(other.baseline - baseline) < LEVEL * size),
  );
}

const boxOf = ({ xs, ys }: Frame): Box => ({
  left: xs[0] ?? 0,
  right: xs.at(-1) ?? 0,
  top: ys[0] ?? 0,
  bottom: ys.at(-1) ?? 0,
});

const holds = ({ left, right, top, bottom }: Box, { center: { x, y } }: Glyph): boolean =>
  x >= left && x < right && y >= top && y < bottom;

const encloses = (outer: Box, inner: Box): boolean =>
  outer.left <= inner.left && outer.right >= inner.right && outer.top <= inner.top && outer.bottom >= inner.bottom;
