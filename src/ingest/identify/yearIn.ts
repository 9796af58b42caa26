const DIGITS = '〇一二三四五六七八九';
const ZERO = /[〇○零OoΟ]/gu;
const DIGIT = /[一二三四五六七八九]/gu;
const YEAR = /(?<year>(?<!\d)20\d{2}(?!\d)|二[〇○零OoΟ0一二][〇○零OoΟ0一二三四五六七八九]{2})(?<unit>年度|年|度)?/gu;

/** A year in a text, and where it stands, 年 or 年度 included. */
export interface YearAt {
  readonly year: number;
  readonly start: number;
  readonly end: number;
  /** 年 or 年度 follows. */
  readonly named: boolean;
}

const toNumber = (text: string): number =>
  Number(text.replace(ZERO, '0').replace(DIGIT, (digit) => String(DIGITS.indexOf(digit))));

/** The years of this century in a text without white space, in order: 2020年, 二〇二〇年度. */
export const yearsIn = (text: string): YearAt[] =>
  [...text.matchAll(YEAR)].map((match) => ({
    year: toNumber(match.groups?.['year'] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
    named: match.groups?.['unit'] !== undefined,
  }));
