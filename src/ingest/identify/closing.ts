import type { Line } from './linesOf.js';

const LAST_SECTION = /^(?:六|6)[、.．]|^其[他它]需要报告的?事项$/u;
const NEAR_END = 8;
/** How far behind the heading of the last section a signature stands; what follows are other documents. */
const REACH = 40;

/** The lines where a signature (落款) stands: behind the heading of the last section, else the last few. */
export function closing(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ text }) => LAST_SECTION.test(text));
  return last === -1 ? lines.slice(-NEAR_END) : lines.slice(last + 1, last + 1 + REACH);
}
