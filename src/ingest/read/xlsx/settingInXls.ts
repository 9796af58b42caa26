import { offLine } from '../../text/offLine.js';
import { struck } from '../../text/struck.js';
import type { Effect } from './asStyled.js';
import { BiffStrings, type RichString } from './BiffStrings.js';

/** How the fonts of a workbook of 2003 set what stands in its cells. */
export interface Setting {
  /** Texts of which parts are raised, lowered or struck out, by number: as shown. */
  readonly texts: ReadonlyMap<number, string>;
  /** Styles of cells that strike out or print white on nothing, by number. */
  readonly styles: ReadonlyMap<number, Effect>;
}

interface Font {
  readonly struck: boolean;
  readonly white: boolean;
  readonly offLine: 'above' | 'below' | null;
}

const PLAIN: Font = { struck: false, white: false, offLine: null };
const STRUCK = 0x8;
const WHITE = new Set([1, 9]);
const OFF_LINE = [null, 'above', 'below'] as const;

/** @param records FONT, XF ([MS-XLS] 2.4.122, 2.4.353), and the texts with what continues them */
export function settingOf(records: {
  readonly fonts: readonly Buffer[];
  readonly styles: readonly Buffer[];
  readonly texts: readonly Buffer[];
}): Setting {
  const fonts = records.fonts.map(fontOf);
  // There is no font 4.
  const font = (number: number): Font => fonts[number < 4 ? number : number - 1] ?? PLAIN;
  const styles = new Map<number, Effect>();
  records.styles.forEach((style, number) => {
    if (style.length < 20) return;
    const own = font(style.readUInt16LE(0));
    if (own.struck) styles.set(number, 'struck');
    else if (own.white && style.readUInt32LE(14) >>> 26 === 0) styles.set(number, 'white');
  });
  return { texts: textsOf(records.texts, font), styles };
}

function fontOf(record: Buffer): Font {
  if (record.length < 10) return PLAIN;
  return {
    struck: (record.readUInt16LE(2) & STRUCK) !== 0,
    white: WHITE.has(record.readUInt16LE(4)),
    offLine: OFF_LINE[record.readUInt16LE(8)] ?? null,
  };
}

function textsOf(parts: readonly Buffer[], font: (number: number) => Font): Map<number, string> {
  const texts = new Map<number, string>();
  let number = 0;
  try {
    for (const string of new BiffStrings(parts).read()) {
      if (string.runs.length > 0) {
        const shown = shownIn(string, font);
        if (shown !== string.text) texts.set(number, shown);
      }
      number += 1;
    }
  } catch (error) {
    // The parser of the workbook says what is damaged.
    if (!(error instanceof RangeError)) throw error;
  }
  return texts;
}

function shownIn({ text, runs }: RichString, font: (number: number) => Font): string {
  const stretches = runs.map(({ from, font: number }, at) => {
    const { offLine: where, struck: isStruck } = font(number);
    const own = text.slice(from, runs[at + 1]?.from);
    const shown = where === null ? own : offLine(own, where);
    return isStruck ? struck(shown) : shown;
  });
  return text.slice(0, runs[0]?.from) + stretches.join('');
}
