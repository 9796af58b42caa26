const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** Bytes that stand ready, in words of four: they are written again and again, and a word costs as much as a byte. */
export class Literal {
  /** In little-endian order, the last one filled up with zeros. */
  readonly words: Uint32Array;
  readonly length: number;

  constructor(text: string) {
    const bytes = Buffer.from(text);
    this.length = bytes.length;
    this.words = Uint32Array.from({ length: Math.ceil(bytes.length / WORD) }, (_, word) =>
      bytes.subarray(word * WORD, (word + 1) * WORD).reduceRight((sum, byte) => sum * 256 + byte, 0),
    );
  }
}
