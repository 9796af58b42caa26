const DATE = /(?<year>20\d{2}) ?(?:[-/.]|年) ?(?<month>\d{1,2}) ?(?:[-/.]|月) ?(?<day>\d{1,2})(?!\d) ?日?/u;
const CHINESE =
  /(?<year>二[〇○零OoО0]?[〇○零OoО0一二三四五六七八九]{2,3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日/u;
const DIGITS = '〇一二三四五六七八九';

/** 二十一 → 21. */
function toNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['零', text];
  const digit = (part: string | undefined, blank: number): number => (part ? Math.max(0, DIGITS.indexOf(part)) : blank);
  return digit(tens, 1) * 10 + digit(ones, 0);
}

const toYear = (text: string): number =>
  Number(Array.from(text.replace(/[○零OoО0]/gu, '〇'), (digit) => DIGITS.indexOf(digit)).join(''));

/** yyyy-mm-dd; null for a day that no calendar has. */
function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** A calendar day in a text, and the characters that it takes. */
export interface DateAt {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** The first calendar day in a text with white space collapsed: 2021-01-25, 2021年1月25日, 二〇二一年一月二十五日. Null where none is. */
export function parseDate(text: string): DateAt | null {
  const match = DATE.exec(text);
  const found = match ?? CHINESE.exec(text);
  const { year, month, day } = found?.groups ?? {};
  if (found === null || year === undefined || month === undefined || day === undefined) return null;
  const date = match === null ? iso(toYear(year), toNumber(month), toNumber(day)) : iso(+year, +month, +day);
  return date === null ? null : { date, start: found.index, end: found.index + found[0].length };
}
