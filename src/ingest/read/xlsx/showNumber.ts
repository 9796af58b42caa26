import { SSF } from '@e965/xlsx';
import { UNTOLD } from '../untold.js';
import { ownFormat } from './ownFormat.js';

/** Excel takes no longer formats. */
const LONGEST = 255;
const UNFORMATTED = new Set(['General', '@', '']);
/** A text within a format: in quotes, or after a sign that takes the next character as it is. */
const TEXT = /"[^"]*"|[\\!]./g;
/** Stands for one; formats are of other characters. */
const MARK = '文';
/** A format says of texts something only with a place for them, or in a fourth section. */
const OF_TEXTS = /@|;[^;]*;[^;]*;/;

/** How a sheet shows a number. Unformatted ones are cut to the width of the column: there it is the number itself. */
export function showNumber(value: number, format: string | number): string {
  const known = typeof format === 'number' ? builtIn(format) : format;
  if (UNFORMATTED.has(known) || known.length > LONGEST) return plain(value);
  // 0"."0000 shows 251000 as 25.1000, and the library another number.
  if (known.split(';').some(partsDigits)) return UNTOLD;
  const shown = formatted(value, ownFormat(known, plain(Math.abs(value))));
  // 0.## shows 5 as "5.".
  return shown === null ? UNTOLD : signed(value, shown.replace(/(?<=\d)\.$/, ''));
}

/** How a sheet shows a text: formats may hide it, or print words beside it. */
export function showText(text: string, format: string | number): string {
  if (typeof format === 'number' || UNFORMATTED.has(format) || !OF_TEXTS.test(format)) return text;
  return formatted(text, ownFormat(format, '')) ?? text;
}

/** Null where the library does not know the format. */
function formatted(value: number | string, format: string): string | null {
  try {
    return String(SSF.format(format, value)).trim();
  } catch {
    return null;
  }
}

/** Whether a section of a format has a text in the midst of its digits. */
function partsDigits(section: string): boolean {
  const bare = section.replaceAll(TEXT, MARK);
  return bare
    .slice(bare.search(/[0#?]|$/))
    .replace(/[^0#?]*$/, '')
    .includes(MARK);
}

/** What is shown of a negative number by its color, in characters. */
const signed = (value: number, shown: string): string =>
  value < 0 && /^[1-9]|^0\.\d*[1-9]/.test(shown) ? `-${shown}` : shown;

/** Formats that have a number and are not written out in the file; unknown ones are General. */
function builtIn(id: number): string {
  const table = SSF.get_table() as Readonly<Record<number, string | undefined>>;
  return table[id] ?? 'General';
}

/** Fifteen digits are what a workbook keeps; more are traces of binary arithmetic. */
function plain(value: number): string {
  const exact = Number(value.toPrecision(15));
  const text = String(exact);
  return text.includes('e') && Number.isSafeInteger(exact) ? BigInt(exact).toString() : text;
}
