import { repairAny } from './repairAny.js';
import { TRADITIONAL } from './traditional.js';

/** What a UTF-16 unit becomes when texts are made comparable. */
export const KIND = {
  /** It must be looked at in its context: the whole text takes the long way. */
  other: 0,
  /** One unit takes its place, often itself, whatever is around it. */
  single: 1,
  /** It is white space, or becomes a blank. */
  blank: 2,
  /** A character that only traditional text has. */
  traditional: 3,
} as const;

/**
 * Blocks that most texts consist of, and whose characters nothing around them changes: no combining marks. Han characters
 * proper (U+4E00–9FFF) stay as they are.
 */
const BLOCKS = [
  [0x09, 0x0a],
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2000, 0x206f],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3029],
  [0xff00, 0xff60],
] as const;
const HAN = [0x4e00, 0x9fff] as const;

/** Kind of each UTF-16 unit. */
export const kinds = new Uint8Array(0x1_0000);
/** The unit that takes the place of each one of a kind other than `other`. */
export const repaired = new Uint16Array(0x1_0000);

function learn(code: number): void {
  const result = repairAny(String.fromCharCode(code));
  if (result.length !== 1) return;
  kinds[code] = /\s/.test(result) ? KIND.blank : TRADITIONAL.includes(result) ? KIND.traditional : KIND.single;
  repaired[code] = result.charCodeAt(0);
}

for (const [first, last] of BLOCKS) for (let code: number = first; code <= last; code++) learn(code);
kinds.fill(KIND.single, HAN[0], HAN[1] + 1);
for (let code: number = HAN[0]; code <= HAN[1]; code++) repaired[code] = code;
for (const character of TRADITIONAL) kinds[character.charCodeAt(0)] = KIND.traditional;
