const CONTINUED_WIDE = 0x1;
const HAS_EXTENSION = 0x4;
const IS_RICH = 0x8;

/** A text of which parts are set in fonts of their own, each from a character on. */
export interface RichString {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

/** Reads the texts that cells refer to ([MS-XLS] 2.4.265) out of a record and those that continue it. */
export class BiffStrings {
  #part = 0;
  #at = 8;

  /** @param parts the record, which begins with two counts, and those that continue it */
  constructor(private readonly parts: readonly Buffer[]) {}

  /** Each text; of those in one font without runs. Throws RangeError where the records end early. */
  *read(): Generator<RichString> {
    const count = this.parts[0]?.readUInt32LE(4) ?? 0;
    for (let index = 0; index < count; index += 1) yield this.#string();
  }

  #string(): RichString {
    const [length, flags] = [this.#number(2), this.#number(1)];
    const runCount = (flags & IS_RICH) === 0 ? 0 : this.#number(2);
    const extension = (flags & HAS_EXTENSION) === 0 ? 0 : this.#number(4);
    const text = this.#characters(length, (flags & CONTINUED_WIDE) !== 0);
    const runs = Array.from({ length: runCount }, () => ({ from: this.#number(2), font: this.#number(2) }));
    for (let left = extension; left > 0;) left -= this.#take(left).length;
    return { text, runs };
  }

  /** Where characters go on in the next record, it says anew how wide they are. */
  #characters(length: number, isWide: boolean): string {
    let [text, wide] = ['', isWide];
    while (text.length < length) {
      if (this.#left() === 0) wide = (this.#number(1) & CONTINUED_WIDE) !== 0;
      const bytes = this.#take((length - text.length) * (wide ? 2 : 1));
      text += bytes.toString(wide ? 'utf16le' : 'latin1');
    }
    return text;
  }

  #number(size: 1 | 2 | 4): number {
    const bytes = this.#take(size);
    return bytes.readUIntLE(0, size);
  }

  #left(): number {
    return (this.parts[this.#part]?.length ?? 0) - this.#at;
  }

  /** As many bytes as there are in the record that is not at its end. */
  #take(size: number): Buffer {
    if (this.#left() <= 0) [this.#part, this.#at] = [this.#part + 1, 0];
    const part = this.parts[this.#part];
    if (part === undefined || part.length === 0) throw new RangeError('the texts of the workbook end early');
    const bytes = part.subarray(this.#at, this.#at + size);
    this.#at += bytes.length;
    return bytes;
  }
}
