import type { Line } from './linesOf.js';
import { isOrganName } from './organName.js';

/** The organ in whose pages one is (首页 > 政府信息公开 > 沭阳县财政局 > 年度报告): the last one on the way; null where none is. */
export function findCrumb(lines: readonly Line[]): string | null {
  for (const { text } of lines) {
    const way = text.length <= 200 && /首页|位置/u.test(text) ? text.split(/[>»›/]+/u) : [];
    const organ = way.slice(0, -1).findLast(isOrganName);
    if (organ !== undefined) return organ;
  }
  return null;
}
