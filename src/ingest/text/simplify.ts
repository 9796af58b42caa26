import { Converter } from 'opencc-js/t2cn';

/** Common characters that only traditional text uses: without any of them there is nothing to convert. */
const TRADITIONAL =
  /[開關係數據項內處類規範執議訴訟總計書請條發廢現業費單萬動況縣區鄉鎮廳門國務員會報個們與為對時來過學網組織歷統導領實體質標準進辦級協調馬龍廣東東蘇賓鄭漢陽陝遼寧濟傑齊龜見訪舉維審結轉續繼罰許強決變價類財產權衛環護測試驗]/;

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
  if (!TRADITIONAL.test(text) && !/[(（][a-zà-ü]/.test(text)) return text;
  return convert(text.replace(PINYIN, '$1'));
}
