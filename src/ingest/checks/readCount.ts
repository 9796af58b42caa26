import nzh from 'nzh/cn';

const DIGITS = /^\d{1,3}(?:,\d{3})+$|^\d{1,9}$/u;
const CHINESE = /^[零〇一二两三四五六七八九十百千万]{1,20}$/u;

/** A count written in digits (1,057) or Chinese numerals (六十, 一千零五十七); null for anything else. */
export function readCount(text: string): number | null {
  if (DIGITS.test(text)) return Number(text.replaceAll(',', ''));
  if (!CHINESE.test(text)) return null;
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零');
  const value = Number(nzh.decodeS(plain));
  // 二百五 and 一二三 are no numerals: what does not come back as it went in is not read.
  const spellings = [true, false].map((tenMin) => nzh.encodeS(value, { tenMin }));
  return spellings.includes(plain) ? value : null;
}
