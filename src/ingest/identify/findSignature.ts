import { closing } from './closing.js';
import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';
import { parseDate } from './parseDate.js';

const SEAL = /[（(](?:盖章|公章|章)[)）]$/u;

/** The organ that signs (落款): a name with a day in words, 2022年1月20日, behind it or on the line below; null where none does. */
export function findSignature(lines: readonly Line[]): string | null {
  const end = closing(lines);
  for (const [index, { text, inGrid }] of end.entries()) {
    const day = inGrid ? null : parseDate(text);
    if (day === null || day.end !== text.length || !text.endsWith('日')) continue;
    const before = text.slice(0, day.start);
    const name = (before === '' ? end[index - 1]?.text : before)?.replace(SEAL, '');
    if (name !== undefined && isOrganName(name)) return name;
  }
  return null;
}
