import { KIND, kinds, repaired } from './characters.js';
import { repairAny } from './repairAny.js';
import { UnitBuffer } from './UnitBuffer.js';

/** Longer texts take the long way. */
const units = new UnitBuffer(4096);

/** The first unit that changes, or that must be looked at in its context; the length where all stay. */
function firstChange(text: string): number {
  let at = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (repaired[code] !== code || kinds[code] === KIND.other) break;
  }
  return at;
}

/**
 * Text for comparing, never for storing: NFKC (full-width forms, Kangxi radicals, blanks of every width), the radicals
 * that NFKC leaves (⺠⻔⻓, common in text out of PDF), and no invisible characters. Line breaks and tabs stay.
 */
export function repair(text: string): string {
  const start = firstChange(text);
  if (start === text.length) return text;
  if (text.length > units.capacity) return repairAny(text);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (kinds[code] === KIND.other) return repairAny(text);
    units.set(at, repaired[code] ?? 0);
  }
  return units.text(text.length);
}
