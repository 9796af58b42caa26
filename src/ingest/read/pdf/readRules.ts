import type { Pdfium } from '../../pdfium.js';
import { LIMITS } from '../limits.js';
import type { Box, Point, Rule } from './geometry.js';
import type { Turn } from './readGlyphs.js';

const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** A filled bar up to this width is a drawn line; in points. Wider ones are shading. */
const THICKEST = 3;
/** Dots of a dotted line are about as wide as long; in points. */
const DOT = 3;
/** How far a line may be off the straight; in points. */
const SKEW = 0.5;
/** Forms within forms, as in PDF/A output of some printers. */
const DEEPEST = 8;

const [LINE, MOVE] = [0, 2];

type Matrix = readonly [number, number, number, number, number, number];
type Path = readonly Point[];

interface Walk {
  readonly pdfium: Pdfium;
  readonly turn: Turn;
  /** Points to 64 free bytes. */
  readonly scratch: number;
  readonly rules: Rule[];
  paths: number;
}

/**
 * The ruling lines of a page: straight strokes, thin filled bars, thin pictures, frames of stroked rectangles. None at
 * all of a page with too many paths: a part of the lines would merge cells that the others divide.
 */
export function readRules(pdfium: Pdfium, page: number, turn: Turn, scratch: number): Rule[] {
  const walk: Walk = { pdfium, turn, scratch, rules: [], paths: 0 };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let index = 0; index < count; index += 1)
    visit(walk, pdfium.FPDFPage_GetObject(page, index), [1, 0, 0, 1, 0, 0], 0);
  return walk.paths < LIMITS.pagePaths ? walk.rules : [];
}

function visit(walk: Walk, object: number, outer: Matrix, depth: number): void {
  if (walk.paths >= LIMITS.pagePaths) return;
  const { pdfium } = walk;
  const type = pdfium.FPDFPageObj_GetType(object);
  if (type === PATH) {
    walk.paths += 1;
    addPath(walk, object, multiply(matrixOf(walk, object), outer));
  } else if (type === IMAGE) {
    walk.paths += 1;
    const matrix = multiply(matrixOf(walk, object), outer);
    addBar(
      walk,
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ].map(([x = 0, y = 0]) => place(walk, matrix, x, y)),
    );
  } else if (type === FORM && depth < DEEPEST) {
    const inner = multiply(matrixOf(walk, object), outer);
    const count = pdfium.FPDFFormObj_CountObjects(object);
    for (let index = 0; index < count; index += 1) {
      visit(walk, pdfium.FPDFFormObj_GetObject(object, index), inner, depth + 1);
    }
  }
}

function addPath(walk: Walk, object: number, matrix: Matrix): void {
  const { pdfium, scratch } = walk;
  if (pdfium.FPDFPath_GetDrawMode(object, scratch, scratch + 4) === 0) return;
  const words = new Int32Array(pdfium.HEAPU8.buffer, scratch, 2);
  const [filled, stroked] = [words[0] !== 0, words[1] !== 0];
  if (!filled && !stroked) return;
  for (const path of subpaths(walk, object, matrix)) {
    // A rectangle that is stroked and thin is a line just as one that is filled.
    if (isThin(path)) addBar(walk, path);
    else if (stroked) path.forEach((point, index) => index > 0 && addStroke(walk, path[index - 1]!, point));
  }
}

/** The straight parts of a path; a curve ends one and begins the next. */
function subpaths(walk: Walk, object: number, matrix: Matrix): Path[] {
  const { pdfium, scratch } = walk;
  const count = Math.min(pdfium.FPDFPath_CountSegments(object), Math.max(0, LIMITS.pagePaths - walk.paths));
  walk.paths += count;
  const paths: Point[][] = [];
  let start: Point | null = null;
  for (let index = 0; index < count; index += 1) {
    const segment = pdfium.FPDFPath_GetPathSegment(object, index);
    if (pdfium.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4) === 0) continue;
    const [x = 0, y = 0] = [pdfium.HEAPF32[scratch / 4], pdfium.HEAPF32[scratch / 4 + 1]];
    const point = place(walk, matrix, x, y);
    const type = pdfium.FPDFPathSegment_GetType(segment);
    if (type === MOVE) start = point;
    if (type === LINE) paths.at(-1)?.push(point);
    else paths.push([point]);
    if (pdfium.FPDFPathSegment_GetClose(segment) === 1 && start !== null) paths.at(-1)?.push(start);
  }
  return paths.filter((path) => path.length > 1);
}

function isThin(path: Path): boolean {
  if (path.length <= 2) return false;
  const { left, top, right, bottom } = boxOf(path);
  return Math.min(right - left, bottom - top) <= THICKEST;
}

function boxOf(path: Path): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of path) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

/** The middle line of a thin bar. A dot may be of a line either way; where it is of none, nothing joins it. */
function addBar(walk: Walk, path: Path): void {
  const { left, top, right, bottom } = boxOf(path);
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THICKEST) return;
  const [middleX, middleY] = [left + width / 2, top + height / 2];
  const dot = Math.max(width, height) <= DOT && Math.max(width, height) < 2 * Math.min(width, height);
  if (dot || width >= height) addStroke(walk, { x: left, y: middleY }, { x: left + width, y: middleY });
  if (dot || width < height) addStroke(walk, { x: middleX, y: top }, { x: middleX, y: top + height });
}

function addStroke({ rules }: Walk, a: Point, b: Point): void {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (width > height && height <= SKEW) {
    rules.push({ horizontal: true, at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
  } else if (height > width && width <= SKEW) {
    rules.push({ horizontal: false, at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
  }
}

function matrixOf({ pdfium, scratch }: Walk, object: number): Matrix {
  if (pdfium.FPDFPageObj_GetMatrix(object, scratch) === 0) return [1, 0, 0, 1, 0, 0];
  const at = scratch / 4;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = pdfium.HEAPF32.subarray(at, at + 6);
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`, as PDF 1.7, 8.3.4 has it. */
const multiply = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

const place = ({ turn }: Walk, [a, b, c, d, e, f]: Matrix, x: number, y: number): Point =>
  turn(a * x + c * y + e, b * x + d * y + f);
