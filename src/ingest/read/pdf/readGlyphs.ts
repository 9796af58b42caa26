import type { Pdfium } from '../../pdfium.js';
import { Refusal } from '../../Refusal.js';
import { LIMITS } from '../limits.js';
import type { Glyph, Point } from './geometry.js';

/** Turns page coordinates (y upwards) into those of a reader, to whom most of the text stands upright. */
export type Turn = (x: number, y: number) => Point;

export interface Glyphs {
  readonly glyphs: readonly Glyph[];
  readonly turn: Turn;
  /** Characters left out since they are not printed (text rendering mode 3): the text of a scanned page as a machine read it. */
  readonly invisible: number;
}

/** A character whose code stands for no known character: never to be taken for another. */
export const UNKNOWN = '\ufffd';

const INVISIBLE = 3;
/** By quarters of a turn as PDFium counts them, clockwise. */
const QUARTERS: readonly Turn[] = [
  (x, y) => ({ x, y: -y }),
  (x, y) => ({ x: -y, y: -x }),
  (x, y) => ({ x: -x, y }),
  (x, y) => ({ x: y, y: x }),
];

interface Raw {
  readonly text: string;
  readonly quarter: number;
  readonly ink: readonly [number, number, number, number];
  readonly loose: readonly [number, number, number, number];
  readonly origin: readonly [number, number];
  readonly object: number;
}

/** The printed characters of a page, those askew (watermarks) left out. `scratch` points to 64 free bytes. */
export function readGlyphs(pdfium: Pdfium, textPage: number, scratch: number): Glyphs {
  const count = pdfium.FPDFText_CountChars(textPage);
  if (count > LIMITS.pageCharacters) {
    throw new Refusal('LIMIT_EXCEEDED', `a page of ${count} characters, more than ${LIMITS.pageCharacters}`);
  }
  const raws: Raw[] = [];
  let invisible = 0;
  for (let index = 0; index < count; index += 1) {
    if (pdfium.FPDFText_IsGenerated(textPage, index) === 1) continue;
    const object = pdfium.FPDFText_GetTextObject(textPage, index);
    if (object !== 0 && pdfium.FPDFTextObj_GetTextRenderMode(object) === INVISIBLE) {
      invisible += 1;
      continue;
    }
    const raw = readRaw(pdfium, textPage, index, scratch);
    if (raw !== null) raws.push({ ...raw, object });
  }
  const turn = QUARTERS[mainQuarter(raws)] ?? QUARTERS[0]!;
  return { glyphs: raws.map((raw) => toGlyph(raw, turn)), turn, invisible };
}

function readRaw(pdfium: Pdfium, page: number, index: number, scratch: number): Omit<Raw, 'object'> | null {
  const code = pdfium.FPDFText_GetUnicode(page, index);
  const mapped = pdfium.FPDFText_HasUnicodeMapError(page, index) !== 1 && code > 0x1f && code <= 0x10ffff;
  if (!mapped && (code === 0x0a || code === 0x0d)) return null;
  const quarters = pdfium.FPDFText_GetCharAngle(page, index) / (Math.PI / 2);
  const quarter = Math.round(quarters);
  if (Math.abs(quarters - quarter) > 0.05) return null;
  const [f32, f64] = [scratch / 4, scratch / 8];
  if (pdfium.FPDFText_GetCharBox(page, index, scratch, scratch + 8, scratch + 16, scratch + 24) === 0) return null;
  const ink = four(pdfium.HEAPF64, f64);
  if (pdfium.FPDFText_GetLooseCharBox(page, index, scratch) === 0) return null;
  const [left, top, right, bottom] = four(pdfium.HEAPF32, f32);
  if (pdfium.FPDFText_GetCharOrigin(page, index, scratch, scratch + 8) === 0) return null;
  const origin = [pdfium.HEAPF64[f64] ?? 0, pdfium.HEAPF64[f64 + 1] ?? 0] as const;
  const inked = ink[0] !== ink[1] && ink[2] !== ink[3];
  const text = mapped ? String.fromCodePoint(code) : inked ? UNKNOWN : ' ';
  return { text, quarter: quarter % 4, ink, loose: [left, right, bottom, top], origin };
}

const four = (view: Float32Array | Float64Array, at: number): [number, number, number, number] => [
  view[at] ?? 0,
  view[at + 1] ?? 0,
  view[at + 2] ?? 0,
  view[at + 3] ?? 0,
];

/** How far most of the text is turned: a wide table stands on its side on an upright page. */
function mainQuarter(raws: readonly Raw[]): number {
  const counts = [0, 0, 0, 0];
  for (const { quarter } of raws) counts[quarter] = (counts[quarter] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts));
}

function toGlyph({ text, ink, loose, origin, object }: Raw, turn: Turn): Glyph {
  const blank = text.trim() === '';
  const [left, right, bottom, top] = blank ? loose : ink;
  const [a, b] = [turn(loose[0], loose[2]), turn(loose[1], loose[3])];
  return {
    text,
    object,
    center: turn((left + right) / 2, (bottom + top) / 2),
    baseline: turn(...origin).y,
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    // Some fonts say that they have no height.
    size: Math.max(Math.abs(a.y - b.y), Math.min(Math.abs(top - bottom), Math.abs(right - left))),
  };
}
