import { Converter } from 'opencc-js/t2cn';
import { TRADITIONAL } from './traditional.js';

const SUSPECT = new RegExp(`[${TRADITIONAL}]|[(（][a-zà-ü]`);

/** Pinyin in brackets that conversion sites add to each converted character: 項(xiàng). */
const PINYIN = /(\p{Script=Han})[(（][a-zà-üāēěīńňōūǎǐǒǔǖǘǚǜḿ]{1,6}[)）]/gu;

/** The dictionary takes 20 ms to build, and few documents need it. */
let converter: ((text: string) => string) | null = null;
const convert = (text: string): string => (converter ??= Converter({ from: 't', to: 'cn' }))(text);

/**
 * Traditional characters made simplified, pinyin in brackets dropped: for comparing only. Text without common
 * traditional characters is returned as it is.
 */
export function simplify(text: string): string {
  if (!SUSPECT.test(text)) return text;
  return convert(text.replace(PINYIN, '$1'));
}
