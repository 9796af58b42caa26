import { KIND, kinds, repaired } from './characters.js';
import { repair } from './repair.js';
import { simplify } from './simplify.js';
import { UnitBuffer } from './UnitBuffer.js';

/** Longer texts take the long way. */
const units = new UnitBuffer(4096);
const BRACKET = 0x28;

/** Of pinyin in brackets, which is dropped with them: 項(xiàng). */
const isLatin = (unit: number): boolean => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xe0 && unit <= 0xfc);

const compactAny = (text: string): string => simplify(repair(text)).replace(/\s+/g, '');

/** Text without any white space, characters repaired, traditional ones simplified. For comparing only. */
export function compact(text: string): string {
  if (text.length > units.capacity) return compactAny(text);
  let length = 0;
  let changed = false;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code];
    const unit = repaired[code] ?? 0;
    if (kind === KIND.other || kind === KIND.traditional || (before === BRACKET && isLatin(unit)))
      return compactAny(text);
    if (kind === KIND.single) units.set(length++, unit);
    if (unit !== code || kind === KIND.blank) changed = true;
    before = unit;
  }
  return changed ? units.text(length) : text;
}
