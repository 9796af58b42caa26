import { UNTOLD } from './untold.js';

interface Field {
  instruction: string;
  /** Its instruction is over: what follows is its result. */
  separated: boolean;
  /** What is printed of its result. */
  result: string;
  /** Of a list: what may be chosen. */
  readonly entries: string[];
  /** Of a list the entry that is chosen, of a box whether it is ticked, as the file says it. */
  chosen: string | null;
  usual: string | null;
}

/** Fields that print nothing by themselves, or a picture. */
const SILENT = /^\s*(?:XE|TC|TA|RD|SET|PRIVATE|ASK|PRINT|ADDIN|HYPERLINK|INCLUDEPICTURE|EMBED|LINK|SHAPE|CONTROL)\b/i;

/** The fields that are open in a Word document of either kind: calculated ones, and those of forms to be filled in. */
export class Fields {
  readonly #open: Field[] = [];

  begin(instruction = ''): void {
    this.#open.push({ instruction, separated: false, result: '', entries: [], chosen: null, usual: null });
  }

  /** A property of the field of a form that is open (w:ffData). */
  property(name: string, value: string | undefined): void {
    const field = this.#open.at(-1);
    if (field === undefined) return;
    if (name === 'listEntry') field.entries.push(value ?? '');
    if (name === 'result') field.chosen = value ?? null;
    if (name === 'checked') field.chosen = value ?? '1';
    if (name === 'default') field.usual = value ?? '1';
  }

  instruct(text: string): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.instruction += text;
  }

  separate(): void {
    const field = this.#open.at(-1);
    if (field !== undefined) field.separated = true;
  }

  /** What is made of text within the open fields: in an instruction nothing is printed. */
  print(text: string): string {
    if (this.#open.some(({ separated }) => !separated)) return '';
    for (const field of this.#open) field.result += text;
    return text;
  }

  /** An instruction ends with its paragraph; without an end it would swallow what follows. */
  endParagraph(): void {
    while (this.#open.at(-1)?.separated === false) this.#open.pop();
  }

  /** Closes a field. Returns what it shows beside its result. */
  end(): string {
    const field = this.#open.pop();
    if (field === undefined) return '';
    const shown = shownOf(field);
    return shown.trim() === field.result.trim() ? '' : this.print(shown);
  }
}

function shownOf({ instruction, result, separated, entries, chosen, usual }: Field): string {
  if (/^\s*FORMDROPDOWN\b/i.test(instruction)) return entries[Number(chosen ?? usual ?? 0)] ?? UNTOLD;
  const ticked = chosen ?? usual;
  if (/^\s*FORMCHECKBOX\b/i.test(instruction) && ticked !== null) return /^(?:1|true|on)$/.test(ticked) ? '☒' : '☐';
  // A blank result is one; of text that is there only by default nobody knows whether it is shown.
  if (/^\s*FORMTEXT\b/i.test(instruction) && separated && (usual ?? '') === '') return result;
  return result.trim() !== '' || SILENT.test(instruction) ? result : UNTOLD;
}
