/** Texts longer than this are copied by the engine, shorter ones byte by byte, which costs less than the call. */
const SHORT = 40;
const ZERO = 48;

/** A buffer that grew larger is not kept. */
const KEPT_BYTES = 1 << 22;

/**
 * Bytes one after another, in a buffer that grows as needed and is used again: what is allocated outside of the heap makes
 * the engine look through all of it, the totals included.
 */
export class ByteSink {
  #bytes: Buffer;
  #length = 0;

  constructor(capacity = 1 << 16) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  /** Bytes that stand ready. */
  write(bytes: Uint8Array): void {
    const { length } = bytes;
    this.#reserve(length);
    const target = this.#bytes;
    const from = this.#length;
    if (length > SHORT) target.set(bytes, from);
    else for (let at = 0; at < length; at++) target[from + at] = bytes[at] ?? 0;
    this.#length = from + length;
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
    if (value < 0 || value > 2 ** 31 - 1) return this.ascii(String(value));
    let digits = 1;
    for (let power = 10; power <= value; power *= 10) digits += 1;
    this.#reserve(digits);
    let rest = value | 0;
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const next = (rest / 10) | 0;
      this.#bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
    this.#length += digits;
  }

  /** A copy of what was written since the beginning. */
  taken(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }

  /** Begins anew. */
  clear(): void {
    if (this.#bytes.length > KEPT_BYTES) this.#bytes = Buffer.allocUnsafe(KEPT_BYTES);
    this.#length = 0;
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#length + more, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
