import { UNTOLD } from '../untold.js';

/** A list to choose from while it is read: what it shows is the option chosen, or the first one. */
export class Choice {
  readonly #options: { text: string; readonly chosen: boolean }[] = [];

  /** @param isList whether several options are shown at once, or may be chosen */
  constructor(private readonly isList: boolean) {}

  openOption(chosen: boolean): void {
    this.#options.push({ text: '', chosen });
  }

  add(text: string): void {
    const option = this.#options.at(-1);
    if (option !== undefined) option.text += text;
  }

  get shown(): string {
    if (this.isList) return UNTOLD;
    // Of several that say they are chosen a browser takes the last.
    return (this.#options.findLast(({ chosen }) => chosen) ?? this.#options[0])?.text.trim() ?? UNTOLD;
  }
}
