import Nzh from 'nzh';

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const DIGITS = '〇一二三四五六七八九';

type Format = (count: number) => string;
const chinese: Format = (count) => Nzh.cn.encodeS(count);
const legal: Format = (count) => Nzh.cn.encodeB(count);
const circled: Format = (count) => (count <= 20 ? String.fromCodePoint(0x245f + count) : String(count));
const digits: Format = (count) => [...String(count)].map((digit) => DIGITS[Number(digit)] ?? '').join('');
const letters: Format = (count) => String.fromCodePoint(0x61 + ((count - 1) % 26)).repeat(Math.ceil(count / 26));
const fullWidth: Format = (count) =>
  [...String(count)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');

/** Number formats of Word's lists (ECMA-376, 17.18.59); any other is taken as decimal. */
const FORMATS: Readonly<Record<string, Format>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  taiwaneseDigital: digits,
  decimalFullWidth: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalZero: (count) => String(count).padStart(2, '0'),
  lowerLetter: (count) => letters(count),
  upperLetter: (count) => letters(count).toUpperCase(),
  lowerRoman: (count) => roman(count),
  upperRoman: (count) => roman(count).toUpperCase(),
};

/** A count as Word prints it in a list. */
export function formatNumber(count: number, format: string): string {
  // No list of a report is longer; what a hostile one starts from is not spelled out.
  if (count < 1 || count > 399) return String(count);
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined)?.(count) ?? String(count);
}

function roman(count: number): string {
  let [rest, text] = [count, ''];
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
