import type { Division } from '../../divisions/Division.js';

/** Two ways to write one organ; safe only where no second organ of the place could bear the other name. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/[（()）[\]【】〔〕《》“”"'·、，,]/gu, ''],
  [/人民政府/gu, '政府'],
  [/管理委员会$/u, '管委会'],
  [/街道(?:办事处|办)$/u, '街道'],
  [/(?<=[镇乡])$|(?<=苏木)$/u, '政府'],
  [/发展(?:和|与)?改革(?:委员会|委)$/u, '发改委'],
  [/发展(?:和|与)改革/u, '发展改革'],
];

/**
 * What makes two names one agency: without blanks and brackets, its division called by its own name alone
 * (河南省南阳市政府办公室, 南阳市人民政府办公室 → 南阳市政府办公室).
 * @param name in simplified characters, without white space
 * @param division null while unknown
 * @param rest the name behind those of its divisions
 */
export function normalizeName(name: string, division: Division | null, rest: string): string {
  const within = division === null || division.level === 'NATION' ? name : division.name + rest;
  return ALIASES.reduce((text, [from, to]) => text.replace(from, to), within);
}
