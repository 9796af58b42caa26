import { Refusal } from '../../Refusal.js';
import { type Mark, markAt } from './markAt.js';
import type { Piece, WordBinary } from './WordBinary.js';

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
  return { text, marks: offsets.map(markAt(word)), offsets };
}

function decode(main: Buffer, { offset, width }: Piece, count: number): string {
  const bytes = main.subarray(offset, offset + count * width);
  if (bytes.length < count * width) throw new Refusal('UNREADABLE', 'the document ends within its text');
  if (width === 1) return WINDOWS_1252.decode(bytes);
  const text = UTF_16.decode(bytes);
  // A byte order mark would be swallowed, and characters be counted wrong.
  return text.length === count ? text : `\ufeff${text}`.slice(0, count);
}
