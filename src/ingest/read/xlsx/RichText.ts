import { offLine } from '../../text/offLine.js';
import { struck } from '../../text/struck.js';

/** Whether a property that is on by its mere presence is on. */
export const isOn = (value: string | undefined): boolean => value !== '0' && value !== 'false';

/** A text of a workbook while it is read (ECMA-376, 18.4): runs set on their own, readings above the characters. */
export class RichText {
  #text = '';
  #where: 'above' | 'below' | null = null;
  #struck = false;
  #phonetic = false;

  open(name: string, value: string | undefined): void {
    if (name === 'si' || name === 'is') this.#text = '';
    if (name === 'si' || name === 'is' || name === 'r') [this.#where, this.#struck] = [null, false];
    if (name === 'rPh') this.#phonetic = true;
    if (name === 'vertAlign') this.#where = value === 'superscript' ? 'above' : value === 'subscript' ? 'below' : null;
    if (name === 'strike') this.#struck = isOn(value);
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
  }

  /** What stands in an element of text (t). */
  add(text: string): void {
    if (this.#phonetic) return;
    const shown = this.#where === null ? text : offLine(text, this.#where);
    this.#text += this.#struck ? struck(shown) : shown;
  }

  /** As shown, characters that XML can't hold put in. */
  get shown(): string {
    return unescape(this.#text);
  }
}

/** Characters that XML can't hold, as _x000D_. */
export const unescape = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
