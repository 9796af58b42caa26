import { RADICALS } from './radicals.js';

/** Characters that NFKC and the two steps after it leave alone: most texts consist of nothing else. */
const SOUND = /^[\n\x20-\x7e\u3001\u3002\u4e00-\u9fff]*$/;
const RADICAL = /[\u2e80-\u2eff]/g;
/** Control characters but tab and line break, zero-width and other format characters, variation selectors. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Cn}\p{Co}]/gu;

/**
 * Text for comparing, never for storing: NFKC (full-width forms, Kangxi radicals, blanks of every width), the radicals
 * that NFKC leaves (⺠⻔⻓, common in text out of PDF), and no invisible characters. Line breaks and tabs stay.
 */
export function repair(text: string): string {
  if (SOUND.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(RADICAL, (radical) => RADICALS.get(radical) ?? radical)
    .replace(INVISIBLE, '');
}
