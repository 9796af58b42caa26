import { closing } from './closing.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { parseDate } from './parseDate.js';

/** How far behind the heading of the last section a signature stands; what follows are other documents. */
const REACH = 12;

/** The organ that signs (落款): a name with a day in words, 2022年1月20日, behind it or on the line below; null where none does. */
export function findSignature(lines: readonly Line[]): string | null {
  const end = closing(lines).slice(0, REACH);
  for (const [index, { text, inGrid }] of end.entries()) {
    const day = parseDate(text);
    if (inGrid || day === null || !text.slice(day.start, day.end).endsWith('日')) continue;
    const before = text.slice(0, day.start);
    const name = before === '' ? end[index - 1]?.text : before;
    if (text.length === day.end && name !== undefined && isOrganName(name)) return name;
  }
  return null;
}
