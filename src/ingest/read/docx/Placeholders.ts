import { UNTOLD } from '../untold.js';

/** Words that ask for content. */
const PROMPT = /点击|单击|輸入|输入|选择|選擇|click|tap|enter|choose|select/i;

interface Control {
  showsPlaceholder: boolean;
  /** It has begun to ask for content: what follows is the rest of the question. */
  asks: boolean;
}

/** The content controls that are open in a Word document (w:sdt). What asks for content is none. */
export class Placeholders {
  readonly #open: Control[] = [];

  open(): void {
    this.#open.push({ showsPlaceholder: false, asks: false });
  }

  close(): void {
    this.#open.pop();
  }

  /** The open control shows its placeholder. */
  mark(): void {
    const control = this.#open.at(-1);
    if (control !== undefined) control.showsPlaceholder = true;
  }

  /** What is made of text within the open controls. A figure in a placeholder is printed, and nobody has entered it. */
  print(text: string): string {
    const control = this.#open.find(({ showsPlaceholder }) => showsPlaceholder);
    if (control === undefined) return text;
    if (/\d/.test(text)) return UNTOLD;
    control.asks ||= PROMPT.test(text);
    return control.asks ? '' : text;
  }
}
