import { Refusal } from '../../Refusal.js';
import { OleFile } from '../OleFile.js';

/** Offsets into the file information block ([MS-DOC] 2.5). */
const FIB = {
  flags: 0x0a,
  textLength: 0x4c,
  styles: 0xa2,
  characters: 0xfa,
  paragraphs: 0x102,
  pieces: 0x1a2,
} as const;
const MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;
const PAGE = 512;

/** A stretch of text and where it is in the stream; characters count from 0. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  /** Bytes a character: 2, or 1 for Windows-1252. */
  readonly width: 1 | 2;
}

/** Properties of a stretch of the stream, as a list of modifiers; those of a paragraph begin with its style's number. */
export interface Format {
  readonly from: number;
  readonly to: number;
  readonly properties: Buffer;
}

/** The streams of a Word 97–2003 document. Throws Refusal UNREADABLE; reading past their ends throws RangeError. */
export class WordBinary {
  readonly main: Buffer;
  readonly data: Buffer;
  readonly #table: Buffer;

  constructor(bytes: Uint8Array) {
    const file = new OleFile(bytes);
    this.main = file.stream('WordDocument');
    if (this.main.readUInt16LE(0) !== MAGIC) throw new Refusal('UNREADABLE', 'the document is older than Word 97');
    const flags = this.main.readUInt16LE(FIB.flags);
    if ((flags & ENCRYPTED) !== 0) throw new Refusal('UNREADABLE', 'the document is encrypted');
    this.#table = file.stream((flags & TABLE_1) === 0 ? '0Table' : '1Table');
    this.data = file.stream('Data');
  }

  /** Number of characters of the text proper, without footnotes, headers and the like. */
  get length(): number {
    return this.main.readUInt32LE(FIB.textLength);
  }

  pieces(): Piece[] {
    const list = this.#part(FIB.pieces);
    let at = 0;
    // Property lists that pieces refer to come first.
    while (list.readUInt8(at) === 1) at += 3 + list.readUInt16LE(at + 1);
    const table = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
    const count = Math.floor((table.length - 4) / 12);
    return Array.from({ length: count }, (_, index) => {
      const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2);
      const narrow = (place & 0x40000000) !== 0;
      const [start, end] = [table.readUInt32LE(index * 4), table.readUInt32LE(index * 4 + 4)];
      return { start, end, offset: narrow ? (place & 0x3fffffff) / 2 : place, width: narrow ? 1 : 2 };
    });
  }

  /** Formats of characters or of paragraphs in the order of the stream. */
  formats(of: 'characters' | 'paragraphs'): Format[] {
    const list = this.#part(FIB[of]);
    const count = Math.floor((list.length - 4) / 8);
    const pages = Array.from({ length: count }, (_, index) => list.readUInt32LE((count + 1 + index) * 4) & 0x3fffff);
    return pages
      .flatMap((page) => formatsOf(this.main.subarray(page * PAGE, page * PAGE + PAGE), of))
      .toSorted((a, b) => a.from - b.from);
  }

  /** The style sheet. */
  styles(): Buffer {
    return this.#part(FIB.styles);
  }

  #part(at: number): Buffer {
    const offset = this.main.readUInt32LE(at);
    return this.#table.subarray(offset, offset + this.main.readUInt32LE(at + 4));
  }
}

function formatsOf(page: Buffer, of: 'characters' | 'paragraphs'): Format[] {
  const count = page.readUInt8(PAGE - 1);
  return Array.from({ length: count }, (_, index) => {
    const entry = (count + 1) * 4 + index * (of === 'paragraphs' ? 13 : 1);
    const at = page.readUInt8(entry) * 2;
    const properties = at === 0 ? Buffer.alloc(0) : of === 'paragraphs' ? paragraphAt(page, at) : characterAt(page, at);
    return { from: page.readUInt32LE(index * 4), to: page.readUInt32LE(index * 4 + 4), properties };
  });
}

const characterAt = (page: Buffer, at: number): Buffer => page.subarray(at + 1, at + 1 + page.readUInt8(at));

/** The length is in pairs of bytes, or a zero and then it. */
function paragraphAt(page: Buffer, at: number): Buffer {
  const pairs = page.readUInt8(at);
  return pairs === 0
    ? page.subarray(at + 2, at + 2 + page.readUInt8(at + 1) * 2)
    : page.subarray(at + 1, at + pairs * 2);
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
