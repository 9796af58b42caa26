import { RADICALS } from './radicals.js';

const RADICAL = /[\u2e80-\u2eff]/g;
/** Control characters but tab and line break, zero-width and other format characters, variation selectors. */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Cn}\p{Co}]/gu;

/** What `repair` does, of any text, the long way. */
export const repairAny = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(RADICAL, (radical) => RADICALS.get(radical) ?? radical)
    .replace(INVISIBLE, '');
