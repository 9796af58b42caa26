import { readSprms, SPRM } from './sprms.js';

/** What a style or a run says of how text is printed; of the rest nothing. */
export interface Effects {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  /** 1 above the line, 2 below it. */
  readonly level?: number;
}

interface Style {
  readonly base: number;
  readonly ofParagraphs: boolean;
  readonly own: Effects;
}

const NONE: Effects = {};
const PARAGRAPH = 1;
const CHARACTER = 2;
/** Of modifiers that turn something on: as the style has it, and the other way round ([MS-DOC] 2.9.326). */
const AS_STYLE = 0x80;
const NOT_AS_STYLE = 0x81;
const DEEPEST = 20;

/** What a list of modifiers says, upon what styles say. */
export function effectsOf(sprms: ReadonlyMap<number, Buffer>, styled: Effects = NONE): Effects {
  const toggled = (codes: readonly number[], before: boolean | undefined): boolean | undefined => {
    const values = codes
      .map((code) => sprms.get(code)?.[0])
      .filter((value) => value !== undefined && value !== AS_STYLE);
    if (values.length === 0) return before;
    return values.some((value) => (value === NOT_AS_STYLE ? before !== true : value === 1));
  };
  const hidden = toggled([SPRM.hidden], styled.hidden);
  const struck = toggled([SPRM.struck, SPRM.struckTwice], styled.struck);
  const level = sprms.get(SPRM.offLine)?.[0] ?? styled.level;
  return {
    ...(hidden !== undefined && { hidden }),
    ...(struck !== undefined && { struck }),
    ...(level !== undefined && { level }),
  };
}

const isSeen = ({ hidden, struck, level = 0 }: Effects): boolean => hidden === true || struck === true || level > 0;

/** The style sheet of a document ([MS-DOC] 2.9.271), as far as it says how runs are printed. A damaged one ends early. */
export class Styles {
  readonly #styles: readonly (Style | null)[];

  constructor(sheet: Buffer) {
    this.#styles = [...stylesIn(sheet)];
  }

  /** Whether a style of paragraphs hides, strikes out or raises. */
  get markParagraphs(): boolean {
    return this.#styles.some((style, index) => style?.ofParagraphs === true && isSeen(this.effects(index)));
  }

  /** With what it inherits. */
  effects(number: number, depth = 0): Effects {
    const style = this.#styles[number];
    if (!style || depth > DEEPEST) return NONE;
    return { ...this.effects(style.base, depth + 1), ...style.own };
  }
}

function* stylesIn(sheet: Buffer): Generator<Style | null> {
  if (sheet.length < 6) return;
  const fixed = sheet.readUInt16LE(4);
  for (let at = 2 + sheet.readUInt16LE(0); at + 2 <= sheet.length;) {
    const size = sheet.readUInt16LE(at);
    yield size === 0 ? null : styleIn(sheet.subarray(at + 2, at + 2 + size), fixed);
    at += 2 + size + (size % 2);
  }
}

/** A fixed part, the name, then the lists of modifiers: of paragraphs first, then of runs. */
function styleIn(style: Buffer, fixed: number): Style | null {
  if (style.length < fixed + 2 || fixed < 10) return null;
  const word = style.readUInt16LE(2);
  const kind = word & 0xf;
  if (kind !== PARAGRAPH && kind !== CHARACTER) return null;
  const sizeAt = (at: number): number => (at + 2 <= style.length ? style.readUInt16LE(at) : 0);
  let at = fixed + 4 + 2 * style.readUInt16LE(fixed);
  if (kind === PARAGRAPH) at += 2 + sizeAt(at) + (sizeAt(at) % 2);
  const ofRuns = style.subarray(at + 2, at + 2 + sizeAt(at));
  return { base: word >> 4, ofParagraphs: kind === PARAGRAPH, own: effectsOf(readSprms(ofRuns)) };
}
