import { Literal } from './Literal.js';

/** Texts longer than this are copied by the engine, shorter ones character by character, which costs less than the call. */
const SHORT = 40;
/** A buffer that grew larger is not kept. */
const KEPT_BYTES = 1 << 22;
/** What may be written behind the end, to be written over. */
const SLACK = 4;
/** The whole numbers below are looked up. */
const SMALL = 10_000;
const DIGITS = Uint32Array.from({ length: SMALL }, (_, value) => new Literal(String(value)).words[0] ?? 0);

/**
 * Bytes one after another, in a buffer that grows as needed and is used again: what is allocated outside of the heap makes
 * the engine look through all of it, the totals included.
 */
export class ByteSink {
  #bytes: Buffer;
  #view: DataView;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.alloc(capacity + SLACK);
    this.#view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length);
  }

  /** Bytes that stand ready. */
  write({ words, length }: Literal): void {
    this.#reserve(length);
    let at = this.#length;
    for (let word = 0; word < words.length; word++, at += 4) this.#view.setUint32(at, words[word] ?? 0, true);
    this.#length += length;
  }

  /** A text of ASCII characters alone. */
  ascii(text: string): void {
    const { length } = text;
    this.#reserve(length);
    const from = this.#length;
    if (length > SHORT) this.#bytes.write(text, from, 'latin1');
    else for (let at = 0; at < length; at++) this.#bytes[from + at] = text.charCodeAt(at);
    this.#length = from + length;
  }

  /** A whole number. */
  integer(value: number): void {
    // Minus zero is written as zero.
    if (value < 0 || value >= SMALL) return this.ascii(String(value));
    this.#reserve(SLACK);
    this.#view.setUint32(this.#length, DIGITS[value] ?? 0, true);
    this.#length += value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : 4;
  }

  /** Takes back the last byte. */
  drop(): void {
    this.#length -= 1;
  }

  /** A copy of what was written since the beginning. */
  taken(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** Begins anew. */
  clear(): void {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#resize(KEPT_BYTES);
  }

  #reserve(more: number): void {
    const needed = this.#length + more + SLACK;
    if (needed > this.#bytes.length) this.#resize(Math.max(needed, this.#bytes.length * 2));
  }

  #resize(capacity: number): void {
    const resized = Buffer.alloc(capacity);
    resized.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = resized;
    this.#view = new DataView(resized.buffer, resized.byteOffset, resized.length);
  }
}
