import { Refusal } from '../../Refusal.js';
import { readSprms, SPRM } from './sprms.js';
import type { Format, Piece, WordBinary } from './WordBinary.js';

/** Not at all (deleted with changes tracked, or hidden), struck out, above or below the line. */
export type Mark = 'unprinted' | 'struck' | 'above' | 'below';

/** The text of a document and where in the stream each of its characters is. */
export interface DocText {
  readonly text: string;
  /** For each character how it is printed, null where as any other. */
  readonly marks: readonly (Mark | null)[];
  readonly offsets: readonly number[];
}

const WINDOWS_1252 = new TextDecoder('windows-1252');
const UTF_16 = new TextDecoder('utf-16le');

/** Puts the pieces together. Throws Refusal UNREADABLE where they do not make up the text. */
export function readText(word: WordBinary): DocText {
  const pieces = word.pieces();
  const { length } = word;
  if (length > word.main.length || length > (pieces.at(-1)?.end ?? 0)) {
    throw new Refusal('UNREADABLE', 'the document is damaged: it holds less text than it says');
  }
  const formats = word.formats('characters').filter((format) => markOf(format) !== null);
  const marks = new Map(formats.map((format) => [format, markOf(format)]));
  const offsets: number[] = [];
  let text = '';
  for (const piece of pieces) {
    const count = Math.min(piece.end, length) - piece.start;
    if (count <= 0) continue;
    // A piece that begins elsewhere than the one before ends would shift all that follows.
    if (piece.start !== text.length) throw new Refusal('UNREADABLE', 'the document is damaged: its pieces do not join');
    text += decode(word.main, piece, count);
    for (let index = 0; index < count; index += 1) offsets.push(piece.offset + index * piece.width);
  }
  const markAt = (offset: number): Mark | null => {
    const format = formats.length > 0 ? formatAt(formats, offset) : null;
    return (format && marks.get(format)) ?? null;
  };
  return { text, marks: offsets.map(markAt), offsets };
}

/** The format of the place in the stream; null where none says. Formats are in the order of the stream. */
export function formatAt(formats: readonly Format[], offset: number): Format | null {
  let [low, high] = [0, formats.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((formats[middle]?.from ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const format = formats[low - 1];
  return format !== undefined && offset < format.to ? format : null;
}

function markOf({ properties }: Format): Mark | null {
  const sprms = readSprms(properties);
  const has = (code: number): boolean => sprms.get(code)?.[0] === 1;
  if (has(SPRM.deleted) || has(SPRM.hidden)) return 'unprinted';
  if (has(SPRM.struck)) return 'struck';
  const level = sprms.get(SPRM.offLine)?.[0];
  return level === 1 ? 'above' : level === 2 ? 'below' : null;
}

function decode(main: Buffer, { offset, width }: Piece, count: number): string {
  const bytes = main.subarray(offset, offset + count * width);
  if (bytes.length < count * width) throw new Refusal('UNREADABLE', 'the document ends within its text');
  if (width === 1) return WINDOWS_1252.decode(bytes);
  const text = UTF_16.decode(bytes);
  // A byte order mark would be swallowed, and characters be counted wrong.
  return text.length === count ? text : `\ufeff${text}`.slice(0, count);
}
